import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type INodeProperties, NodeHelpers } from 'n8n-workflow';
import { asArray, asObject, asString, parseJson } from '../../core/json';
import { loadNodes, root } from './nodeTypes';
import { combinations, everyParameter, isShown, valuesOf } from './parameters';

const manifest = asObject(parseJson(readFileSync(join(root, 'package.json'), 'utf8')));
const n8n = asObject(manifest['n8n']);
const nodes = loadNodes();

it('package.json lists every node and every credential that nodes use, and nothing else', () => {
	expect(asArray(n8n['nodes']).map(String).sort()).toEqual(
		nodes.map(({ name }) => `dist/nodes/${name}/${name}.node.js`).sort(),
	);
	for (const path of [...asArray(n8n['nodes']), ...asArray(n8n['credentials'])].map(String)) {
		expect(existsSync(join(root, path.replace(/^dist\//, '').replace(/js$/, 'ts')))).toBe(true);
	}
	const files = asArray(n8n['credentials']).map((path) => String(path).replace(/.*\/(\w)/, '$1'));
	const names = files.map((file) => file.charAt(0).toLowerCase() + file.slice(1).split('.')[0]);
	const used = nodes.flatMap(({ description }) => description.credentials ?? []);
	expect(new Set(used.map(({ name }) => name))).toEqual(new Set(names));
});

/** What is chosen where a node asks the provider only. */
const withoutService = { consentCheck: 'off', handOn: false, operation: 'getAll' };

describe.each(nodes)('$name', ({ name, folder, type, description }) => {
	const { properties } = description;
	const parameters = everyParameter(properties);
	const isTrigger = name.endsWith('Trigger');

	it('is named as its file', () => {
		expect(description.name).toBe(name.charAt(0).toLowerCase() + name.slice(1));
		expect(description.displayName).toBe(description.defaults.name);
	});

	it('has icons, a subtitle and what an AI agent needs', () => {
		const { icon, subtitle, usableAsTool } = description;
		for (const file of Object.values(asObject(icon)).map(String)) {
			expect(existsSync(resolve(folder, file.replace('file:', '')))).toBe(true);
		}
		expect(Object.keys(asObject(icon))).toEqual(['light', 'dark']);
		expect(asString(subtitle)).toMatch(/^=\{\{/);
		expect(usableAsTool).toBe(isTrigger ? undefined : true);
	});

	it('has a codex that names it', () => {
		const codex = asObject(parseJson(readFileSync(join(folder, `${name}.node.json`), 'utf8')));
		expect(codex).toMatchObject({
			node: `${String(manifest['name'])}.${description.name}`,
			categories: expect.arrayContaining(['Communication']) as unknown,
			alias: expect.arrayContaining(['RBM']) as unknown,
		});
	});

	it('lists options in the order of the alphabet when there are five or more', () => {
		for (const { at, parameter } of parameters) {
			const { options = [], type: kind } = parameter;
			// Nobody looks for Wednesday under W.
			if (kind === 'fixedCollection' || options.length < 5 || parameter.name === 'days') continue;
			const names = options.map((option) =>
				kind === 'collection' ? asObject(option)['displayName'] : option.name,
			);
			const sorted = [...names].sort((a, b) => String(a).localeCompare(String(b)));
			expect([at, names]).toEqual([at, sorted]);
		}
	});

	it('has a default that can be chosen', () => {
		for (const { at, parameter } of parameters) {
			const values = valuesOf(parameter);
			if (!values) continue;
			for (const chosen of [parameter.default].flat())
				expect([at, values]).toEqual([at, expect.arrayContaining([chosen])]);
		}
	});

	it('refers only to parameters and values there are', () => {
		for (const { at, parameter, siblings } of parameters) {
			const { show = {}, hide = {} } = parameter.displayOptions ?? {};
			for (const [named, wanted] of [...Object.entries(show), ...Object.entries(hide)]) {
				const list = named.startsWith('/') ? properties : siblings;
				const leading = list.filter((one) => one.name === named.replace(/^\//, ''));
				expect([at, named, leading.length]).not.toEqual([at, named, 0]);
				const values = leading.flatMap((one) => valuesOf(one) ?? []);
				if (values.length === 0) continue;
				expect([at, values]).toEqual([at, expect.arrayContaining([...(wanted ?? [])])]);
			}
		}
	});

	it('never shows two parameters of the same name, and every parameter some time', () => {
		const shown = new Set<INodeProperties>();
		const lists = new Set(parameters.map(({ siblings }) => siblings));
		for (const list of lists) {
			for (const values of combinations(list)) {
				const visible = list.filter((parameter) => isShown(parameter, values));
				const names = visible.map((parameter) => parameter.name);
				// There are very many combinations: what is asserted is made for those that are wrong.
				if (new Set(names).size < names.length)
					expect({ values, names }).toEqual({ values, names: [...new Set(names)] });
				for (const one of visible) shown.add(one);
			}
		}
		const never = parameters.filter(({ parameter }) => !shown.has(parameter));
		expect(never.map(({ at }) => at)).toEqual([]);
	});

	it('has words for people: a name and a full stop only after several sentences', () => {
		for (const { at, parameter } of parameters) {
			expect([at, parameter.displayName]).toEqual([at, expect.stringMatching(/^[A-Z]/)]);
			const { description: words = '' } = parameter;
			const sentences = words.split(/\. (?=[A-Z0-9])/).length;
			expect([at, words.endsWith('.')]).toEqual([at, sentences > 1 && words !== '']);
		}
	});

	it('has a credential for each provider it offers', () => {
		const [provider] = properties.filter((one) => one.name === 'provider');
		for (const chosen of provider ? (valuesOf(provider) ?? []) : []) {
			const shown = (description.credentials ?? []).filter((credential) =>
				isShown(credential, { provider: chosen, ...withoutService }),
			);
			expect([chosen, shown.map((credential) => credential.name.toLowerCase())]).toEqual([
				chosen,
				[`rcs${String(chosen).replaceAll('-', '')}api`],
			]);
		}
	});

	it('gives its parameters their defaults, as n8n does', () => {
		const node = { typeVersion: 1 } as never;
		const values = NodeHelpers.getNodeParameters(properties, {}, true, false, node, description);
		const firsts = Object.entries({ crm: 'hubspot', provider: 'infobip', operation: 'check' });
		const [leading] = firsts.filter(([first]) => properties.some((one) => one.name === first));
		expect(values).toMatchObject(Object.fromEntries(leading ? [leading] : []));
	});

	it('does its work in the way of its kind', () => {
		const works = (['execute', 'webhook', 'poll'] as const).filter((way) => type[way]);
		const ofTriggers = description.polling ? 'poll' : 'webhook';
		// A node that waits for an answer gets it by a webhook.
		const waits = description.webhooks?.some(({ restartWebhook }) => restartWebhook);
		const ofOthers = waits ? ['execute', 'webhook'] : ['execute'];
		expect(works).toEqual(isTrigger ? [ofTriggers] : ofOthers);
		const { outputs, outputNames } = description;
		if (Array.isArray(outputs)) expect(outputs).toHaveLength(outputNames?.length ?? 1);
	});
});
