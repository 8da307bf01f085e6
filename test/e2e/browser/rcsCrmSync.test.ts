import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { credentialOf } from '../../../scripts/world/credentials';
import { openBrowser, openEditor, shoot } from '../support/browser';
import { Editor } from '../support/editor';
import { chain, manualTrigger } from '../support/workflows';
import { api } from '../support/world';

describe('RCS CRM Sync in the editor', () => {
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		browser = await openBrowser();
		editor = new Editor(await openEditor(browser));
		const node = {
			id: randomUUID(),
			name: 'RCS CRM Sync',
			type: 'n8n-nodes-rcs.rcsCrmSync',
			typeVersion: 1,
			parameters: { crm: 'hubspot' },
			credentials: { ...credentialOf('hubspot'), ...credentialOf('salesforce') },
		};
		const workflow = chain('e2e CRM sync', manualTrigger(), node);
		await editor.openWorkflow(await api.upsertWorkflow(workflow));
		await editor.openNode('RCS CRM Sync');
	});
	afterAll(async () => {
		await browser.close();
	});

	const hubspot = 'RCS Sandbox (hubspot)';
	const salesforce = 'RCS Sandbox (salesforce)';

	it('asks which CRM, how to sign in, and takes the event as it is', async () => {
		const expected = ['CRM', 'Authentication', 'Operation', 'Event', 'Options'];
		expect(await editor.labels(expected)).toEqual(expected);
		const ways = ['Service Key', 'OAuth2'];
		expect(await editor.choices('authentication', ways)).toEqual(ways);
		expect(await editor.credentialChosen(hubspot)).toBe(hubspot);
		await shoot(editor.page, '26-crm-write-engagement');
	});

	it('keeps the operation when another CRM is chosen, and asks for its credential', async () => {
		await editor.choose('operation', 'Set Opt-In Status');
		await editor.choose('crm', 'Salesforce');
		const expected = [
			...['CRM', 'Authentication', 'Operation', 'Phone Number'],
			...['Opt-In Status', 'Stated At', 'Source', 'Options'],
		];
		expect(await editor.labels(expected)).toEqual(expected);
		const ways = ['JWT (Private Key)', 'OAuth2'];
		expect(await editor.choices('authentication', ways)).toEqual(ways);
		expect(await editor.credentialChosen(salesforce)).toBe(salesforce);
		await shoot(editor.page, '27-crm-set-opt-in');
	});

	it('tells what setting up would add', async () => {
		await editor.choose('operation', 'Set Up Fields');
		await editor.execute();
		await editor.output().getByText('dryRun').first().waitFor();
		await shoot(editor.page, '28-crm-set-up-fields');
	});
});
