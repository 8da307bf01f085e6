import type { Browser } from 'playwright-core';
import { openBrowser, openEditor, shoot } from '../support/browser';
import { Editor } from '../support/editor';
import { chain, manualTrigger, rcsCrmSync, rcsCrmTrigger } from '../support/workflows';
import { api } from '../support/world';

const common = ['CRM', 'Authentication', 'Operation'];
const statement = ['Phone Number', 'Opt-In Status', 'Stated At', 'Source'];

const fields = {
	writeEngagement: [...common, 'Event', 'Options'],
	setOptIn: [...common, ...statement, 'Options'],
	getOptIn: [...common, 'Phone Number', 'Options'],
	setUpFields: [...common, 'Dry Run', 'Options'],
};

let browser: Browser;
let editor: Editor;
beforeAll(async () => {
	browser = await openBrowser();
	editor = new Editor(await openEditor(browser));
});
afterAll(async () => {
	await browser.close();
});

describe.each(['hubspot', 'salesforce'] as const)('the panels of the CRM nodes for %s', (crm) => {
	beforeAll(async () => {
		const operations = Object.keys(fields).map((operation) => ({
			...rcsCrmSync({ crm, operation }),
			name: operation,
		}));
		const { nodes, ...rest } = chain(`e2e panels of ${crm}`, manualTrigger(), ...operations);
		const trigger = { ...rcsCrmTrigger({ crm }), position: [0, 240] };
		await editor.openWorkflow(await api.upsertWorkflow({ ...rest, nodes: [...nodes, trigger] }));
	});
	afterEach(() => editor.closeNode());

	it.each(Object.entries(fields))(
		'RCS CRM Sync shows what %s asks',
		async (operation, expected) => {
			await editor.openNode(operation);
			expect(await editor.labels(expected)).toEqual(expected);
			await shoot(editor.page, `50-crm-sync-${crm}-${operation}`);
		},
	);

	it('RCS CRM Trigger shows when it looks and from where on', async () => {
		await editor.openNode('RCS CRM Trigger');
		const expected = [
			'Poll Times',
			'Mode',
			'CRM',
			'Authentication',
			'Start From',
			'Write Back',
			'Options',
		];
		expect(await editor.labels(expected)).toEqual(expected);
		await shoot(editor.page, `51-crm-trigger-${crm}`);
	});
});
