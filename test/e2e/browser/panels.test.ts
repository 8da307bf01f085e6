import type { Browser } from 'playwright-core';
import type { WorkflowNode } from '../../../scripts/n8n/types';
import { credentialOf } from '../../../scripts/world/credentials';
import { openBrowser, openEditor, shoot } from '../support/browser';
import { Editor } from '../support/editor';
import { chain, manualTrigger, sendRcs } from '../support/workflows';
import { api, sandboxUrl, workflows } from '../support/world';

describe('the panels of the other nodes, and of one that fails', () => {
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		browser = await openBrowser();
		editor = new Editor(await openEditor(browser));
	});
	afterEach(() => editor.closeNode());
	afterAll(async () => {
		await browser.close();
	});

	it('RCS Trigger asks what to listen to', async () => {
		await editor.openWorkflow(workflows.replies);
		await editor.openNode('RCS Trigger');
		const expected = ['Provider', 'Trigger On', 'Hand Events to Connector Service', 'Options'];
		expect(await editor.labels(expected)).toEqual(expected);
		await shoot(editor.page, '20-rcs-trigger');
	});

	it('Check Capability asks for a number', async () => {
		await editor.openWorkflow(workflows['order-shipped']);
		await editor.openNode('Check Capability');
		const expected = ['Provider', 'Phone Number', 'Answer', 'Options'];
		expect(await editor.labels(expected)).toEqual(expected);
		await shoot(editor.page, '21-check-capability');
	});

	it('Manage Template lists templates', async () => {
		const node: WorkflowNode = {
			id: 'template',
			name: 'Manage Template',
			type: 'n8n-nodes-rcs.manageTemplate',
			typeVersion: 1,
			parameters: { provider: 'infobip' },
			credentials: credentialOf('infobip'),
		};
		await editor.openWorkflow(
			await api.upsertWorkflow(chain('e2e templates', manualTrigger(), node)),
		);
		await editor.openNode('Manage Template');
		await editor.parameter('operation').waitFor();
		await shoot(editor.page, '22-manage-template');
	});

	it('a failed node says what happened and what to do', async () => {
		const name = 'e2e wrong key in the editor';
		const data = { apiKey: 'wrong', authentication: 'apiKey', agent: 'DemoShop' };
		const baseUrl = `${sandboxUrl}/infobip`;
		await api.upsertCredential({ name, type: 'rcsInfobipApi', data: { ...data, baseUrl } });
		const node = sendRcs({ to: '+447700900001', text: 'Hello' }, { rcsInfobipApi: { name } });
		await editor.openWorkflow(await api.upsertWorkflow(chain('e2e fails', manualTrigger(), node)));
		await editor.openNode('Send RCS');
		await editor.execute();
		await editor.output().getByText('lacks valid authentication credentials').first().waitFor();
		await editor.output().getByText('Open the credential, check the key').first().waitFor();
		await shoot(editor.page, '23-a-failed-node');
	});
});
