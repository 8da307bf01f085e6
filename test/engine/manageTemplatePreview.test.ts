import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { ManageTemplate } from '../../nodes/ManageTemplate/ManageTemplate.node';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { runNode } from './harness';

/** Preview of templates, kept at the sandbox's providers and in the form. */

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ port: 0, speed: 0.01 });
});
afterAll(() => sandbox.stop());
beforeEach(() => fetch(`${sandbox.url}/sandbox/reset`, { method: 'POST' }));

type ProviderName = 'infobip' | 'rest-v1' | 'agile-telecom';

const credentials = () => ({
	rcsInfobipApi: {
		...{ baseUrl: `${sandbox.url}/infobip`, apiKey: 'sandbox-infobip-key', agent: 'DemoShop' },
	},
	rcsRestV1Api: { baseUrl: `${sandbox.url}/rest-v1`, apiKey: 'sandbox-rest-v1-key' },
	rcsAgileTelecomApi: {
		...{ baseUrl: `${sandbox.url}/agile-telecom`, apiKey: 'sandbox-agile-key', agent: '10' },
	},
});

async function run(
	nodeType: ManageTemplate | SendRcs,
	provider: ProviderName,
	parameters: INodeParameters,
	items = [{ json: {} }],
): Promise<INodeExecutionData[]> {
	const outputs = await runNode({
		nodeType,
		credentials: credentials(),
		parameters: { provider, ...parameters },
		items,
	});
	return outputs.flat();
}
const manage = (provider: ProviderName, operation: string, parameters: INodeParameters) =>
	run(new ManageTemplate(), provider, { resource: 'template', operation, ...parameters });

const told = (item: INodeExecutionData | undefined) => asObject(item?.json['preview']);
const file = (item: INodeExecutionData | undefined, name: string): string =>
	Buffer.from(item?.binary?.[name]?.data ?? '', 'base64').toString();
const by = (value: string) => ({ template: { __rl: true, mode: 'name', value } });

/** Every part of a card that a template may have. */
const cards = {
	messageType: 'carousel',
	cardsFrom: 'form',
	cardWidth: 'small',
	cards: {
		card: ['Trail', 'Road'].map((name) => ({
			title: `${name} shoe for {{first_name}}`,
			description: 'Waterproof',
			mediaUrl: 'https://shop.example.com/shoe.png',
			mediaHeight: 'short',
			suggestions: {
				suggestion: [
					{ type: 'openUrl', text: 'View', url: 'https://shop.example.com/shoe' },
					{ type: 'reply', text: 'Remind me', postbackData: 'later' },
				],
			},
		})),
	},
};

const variables = (value: string) => ({
	previewVariables: { variable: [{ name: 'first_name', value }] },
});

describe.each<ProviderName>(['infobip', 'rest-v1'])('a template at %s', (provider) => {
	it('is read back and drawn as it was written', async () => {
		const [made] = await manage(provider, 'create', { templateName: 'shoes', ...cards });
		const id = String(made?.json['id']);
		const [kept] = await manage(provider, 'preview', { ...by(id), ...variables('Alex') });
		const [written] = await manage(provider, 'previewDraft', { ...cards, ...variables('Alex') });
		expect(told(kept)).toMatchObject({ name: 'shoes', valid: true, missingVariables: [] });
		expect(kept?.pairedItem).toEqual({ item: 0 });
		expect(Object.keys(kept?.binary ?? {})).toEqual(['android', 'ios']);
		expect(file(kept, 'android')).toContain('Trail shoe for Alex');
		for (const name of ['android', 'ios']) expect(file(kept, name)).toBe(file(written, name));
		expect(kept?.json['html']).toBe(written?.json['html']);
	});

	it('without values shows the names of its variables, and tells them', async () => {
		const text = { templateName: 'hello', messageType: 'text', text: 'Hi {{first_name}}!' };
		const [made] = await manage(provider, 'create', text);
		const [kept] = await manage(provider, 'preview', by(String(made?.json['id'])));
		expect(told(kept)).toMatchObject({ valid: true, missingVariables: ['first_name'] });
		expect(file(kept, 'ios')).toContain('{{first_name}}');
	});

	it('is what a message that names it shows', async () => {
		const text = { templateName: 'hello', messageType: 'text', text: 'Hi {{first_name}}!' };
		const [made] = await manage(provider, 'create', text);
		const message = (templateId: string) => ({
			...{ operation: 'preview', to: '+447700900001', messageType: 'template', templateId },
			templateVariables: { variable: [{ name: 'first_name', value: 'Alex' }] },
		});
		const [item] = await run(new SendRcs(), provider, message(String(made?.json['id'])));
		expect(told(item)).not.toHaveProperty('notes');
		expect(file(item, 'android')).toContain('Hi Alex!');
		const [empty] = await run(new SendRcs(), provider, {
			...message(String(made?.json['id'])),
			templateVariables: {},
		});
		expect(told(empty)).toMatchObject({
			valid: false,
			problems: [{ path: 'content.variables', at: 'content.text' }],
			missingVariables: ['first_name'],
		});
		expect(empty?.json['html']).toMatch(/data-path="content\.text"[^>]*rcs-marked-bad/);
		const [none] = await run(new SendRcs(), provider, message('nowhere'));
		expect(told(none)).toMatchObject({
			valid: false,
			problems: [{ path: 'content.id', message: expect.stringContaining("no template 'nowhere'") }],
		});
		expect(none).not.toHaveProperty('binary');
	});
});

it('is read once for all items, by either node', async () => {
	const text = { templateName: 'hello', messageType: 'text', text: 'Hi {{first_name}}!' };
	const [made] = await manage('infobip', 'create', text);
	const id = String(made?.json['id']);
	const reads = async () => {
		const answer = await fetch(`${sandbox.url}/sandbox/traffic`);
		const all = asArray(asObject(await answer.json())['traffic']).map(asObject);
		return all.filter(({ method }) => method === 'GET').length;
	};
	const items = [{ json: {} }, { json: {} }, { json: {} }];
	const manageAll = { resource: 'template', operation: 'preview', ...by(id) };
	expect(await run(new ManageTemplate(), 'infobip', manageAll, items)).toHaveLength(3);
	expect(await reads()).toBe(1);
	const message = { messageType: 'template', templateId: id, to: '+447700900001' };
	const sent = await run(new SendRcs(), 'infobip', { operation: 'preview', ...message }, items);
	for (const item of sent) expect(file(item, 'android')).toContain('Hi {{first_name}}!');
	expect(await reads()).toBe(2);
});

it('a template that is not there is an error, as for every other operation', async () => {
	await expect(manage('infobip', 'preview', by('nowhere'))).rejects.toMatchObject({
		httpCode: '404',
	});
});

it('with Continue On Fail, one that is not there is told of its item', async () => {
	const text = { templateName: 'hello', messageType: 'text', text: 'Hi' };
	const [made] = await manage('infobip', 'create', text);
	const [items = []] = await runNode({
		...{ nodeType: new ManageTemplate(), credentials: credentials() },
		settings: { onError: 'continueRegularOutput' },
		parameters: {
			...{ provider: 'infobip', resource: 'template', operation: 'preview' },
			...by('={{ $json.id }}'),
		},
		items: [{ json: { id: 'nowhere' } }, { json: { id: String(made?.json['id']) } }],
	});
	expect(items[0]).toMatchObject({ json: { error: expect.any(String) }, pairedItem: { item: 0 } });
	expect(file(items[1], 'android')).toContain('Hi');
});

describe('the content of the form', () => {
	it('is drawn without a request, also where templates can only be created', async () => {
		const [item] = await manage('agile-telecom', 'previewDraft', {
			...{ messageType: 'text', text: 'Ciao {{nome}}' },
			previewVariables: { variable: [{ name: 'nome', value: 'Alex' }] },
		});
		expect(told(item)).toMatchObject({ valid: true });
		expect(file(item, 'android')).toContain('Ciao Alex');
		const { traffic } = asObject(await (await fetch(`${sandbox.url}/sandbox/traffic`)).json());
		expect(traffic).toEqual([]);
	});

	it('is marked where the provider would refuse it', async () => {
		const text = { messageType: 'text', text: 'Long '.repeat(600) };
		const [item] = await manage('infobip', 'previewDraft', text);
		expect(told(item)).toMatchObject({
			valid: false,
			problems: [{ path: 'content.text', limit: 2500 }],
		});
		expect(item?.json['html']).toContain('data-path="content.text"');
		expect(file(item, 'android')).toContain('data-path="content.text"');
	});
});
