import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflowFiles } from '../../scripts/world/workflows';
import { files, isSticky, type Node, reachedFrom, root, textOf, workflowOf } from './workflowFiles';

/** What n8n asks of workflow templates, and what ours promise: no editing, no code, no secrets. */

const words = ({ parameters: { content = '' } }: Node) => content.match(/\S+/g)?.length ?? 0;
const isTrigger = ({ type }: Node) => /trigger$|webhook$/i.test(type);

const names = files.map((file) => workflowOf(file).name);

/** What notes name besides nodes of their workflow. */
const ours = ['n8n-nodes-rcs', 'RCS Trigger', 'Send RCS', 'RCS Consent', 'RCS CRM Sync'];

test('all of them are imported by the demo, and told of in the README', () => {
	const names = files.map((file) => file.replace(/\.json$/, ''));
	expect([...workflowFiles].sort()).toEqual(names.sort());
	const readme = readFileSync(join(root, 'README.md'), 'utf8');
	expect(names.filter((name) => !readme.includes(`(workflows/${name}.json)`))).toEqual([]);
});

describe.each(files)('%s', (file) => {
	const text = textOf(file);
	const workflow = workflowOf(file);
	const stickies = workflow.nodes.filter(isSticky);
	const nodes = workflow.nodes.filter((node) => !isSticky(node));

	it('has a name that says what it does, in sentence case', () => {
		expect(workflow.name).toMatch(/^[A-Z][a-z]+ .* (on|to|from|by|with|and|in|against) /);
	});

	it('has one yellow overview with how it works, set-up and where it runs', () => {
		const overviews = stickies.filter(({ parameters }) => parameters.color === undefined);
		expect(overviews.map(({ name }) => name)).toEqual(['Overview']);
		for (const overview of overviews) {
			const { content = '' } = overview.parameters;
			expect(content).toMatch(/^## [\s\S]*\n### How it works\n[\s\S]*\n### Setup\n/);
			expect(content).toContain('self-hosted');
			expect(words(overview)).toBeGreaterThanOrEqual(100);
			expect(words(overview)).toBeLessThanOrEqual(300);
			const lefts = workflow.nodes.map(({ position: [x] }) => x);
			expect(overview.position[0]).toBe(Math.min(...lefts));
		}
	});

	it('has short white stickies for its parts', () => {
		const sections = stickies.filter(({ parameters }) => parameters.color === 7);
		expect(sections.length).toBe(stickies.length - 1);
		expect(sections.length).toBeGreaterThan(0);
		expect(sections.filter((one) => words(one) >= 50)).toEqual([]);
	});

	it('names nodes and workflows that exist', () => {
		const notes = stickies.map(({ parameters }) => parameters.content ?? '').join('\n');
		const bold = [...notes.matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name);
		const known = [...nodes.map(({ name }) => name), ...ours];
		expect(bold.filter((name) => !known.includes(name))).toEqual([]);
		const italic = [...notes.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(([, name = '']) => name);
		const workflows = italic.filter((name) => / (RCS|CRM)( |$)/.test(name) && !ours.includes(name));
		expect(workflows.filter((name) => !names.includes(name))).toEqual([]);
	});

	it('has nodes with ids and names of their own, that say what they do', () => {
		for (const values of [workflow.nodes.map(({ id }) => id), nodes.map(({ name }) => name)])
			expect(new Set(values).size).toBe(values.length);
		expect(nodes.map(({ name }) => name).filter((name) => usual.test(name))).toEqual([]);
	});

	it('leads from a trigger to every node, by connections that exist', () => {
		const names = nodes.map(({ name }) => name);
		const triggers = nodes.filter(isTrigger).map(({ name }) => name);
		const reached = reachedFrom(workflow, ...triggers);
		expect([...reached].sort()).toEqual(names.sort());
		expect(Object.keys(workflow.connections).filter((name) => !names.includes(name))).toEqual([]);
	});

	it('has no code, no credentials, nothing pinned, and nobody real', () => {
		expect(nodes.filter(({ type }) => /\.(code|function|functionItem)$/.test(type))).toEqual([]);
		expect(workflow.nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
		expect(workflow.pinData).toEqual({});
		expect(Object.keys(workflow)).not.toEqual(expect.arrayContaining(['id']));
		expect(text).not.toMatch(/instanceId|versionId|Bearer |api[_-]?key"/i);
		const phones = text.match(/\+\d{8,15}/g) ?? [];
		expect(phones.filter((phone) => !isFiction(phone))).toEqual([]);
		const hosts = [...text.matchAll(/https?:\/\/([^/"'\s]+)/g)].map(([, host]) => host ?? '');
		expect(hosts.filter((host) => !/(^|\.)example\.com$/.test(host))).toEqual([]);
	});

	it('names no address that only a machine of its own has', () => {
		expect(text).not.toMatch(/127\.0\.0\.1|localhost|\[::1\]/);
	});

	it("works for a shop that only chose credentials: no setting is another shop's, and no node is sent there", () => {
		const settings = nodes.filter(({ name }) => name.endsWith('Settings'));
		const written = settings.flatMap(({ parameters }) =>
			(parameters.assignments?.assignments ?? []).filter(
				({ type, value }) => type === 'string' && !String(value).startsWith('='),
			),
		);
		expect(written.filter(({ value }) => value !== '')).toEqual([]);
		expect(JSON.stringify(nodes)).not.toMatch(/example\.com|Demo Shop|\+44|\+1555/);
	});
});

/** As n8n names nodes when nobody does. */
const usual =
	/\d$|^(Code|Crypto|Data table|Edit Fields|Filter|HTTP Request|If|Merge|Split Out|Switch|Wait|Webhook)$/;

/** Numbers that are reserved for fiction, in Great Britain and in North America. */
function isFiction(phone: string): boolean {
	return /^\+447700900\d{3}$|^\+442079460\d{3}$|^\+1555010\d{4}$/.test(phone);
}
