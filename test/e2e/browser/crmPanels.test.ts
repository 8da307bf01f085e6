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

describe.each(['hubspot', 'salesforce'] as const)('the panels of the CRM nodes for %s', (crm) => {
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		browser = await openBrowser();
		editor = new Editor(await openEditor(browser));
	});
	afterAll(async () => {
		await browser.close();
	});

	it.each(Object.entries(fields))(
		'RCS CRM Sync shows what %s asks',
		async (operation, expected) => {
			const node = rcsCrmSync({ crm, operation });
			await editor.openWorkflow(
				await api.upsertWorkflow(chain(`e2e ${crm} ${operation}`, manualTrigger(), node)),
			);
			await editor.openNode('RCS CRM Sync');
			expect(await editor.labels(expected)).toEqual(expected);
			await shoot(editor.page, `50-crm-sync-${crm}-${operation}`);
		},
	);

	it('RCS CRM Trigger shows when it looks and from where on', async () => {
		const trigger = rcsCrmTrigger({ crm });
		await editor.openWorkflow(await api.upsertWorkflow(chain(`e2e ${crm} trigger`, trigger)));
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
