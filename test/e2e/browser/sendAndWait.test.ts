import type { Browser } from 'playwright-core';
import { openBrowser, openEditor, shoot } from '../support/browser';
import { Editor } from '../support/editor';
import { chain, manualTrigger, sendRcs } from '../support/workflows';
import { api } from '../support/world';

const fields = (...answers: string[]): string[] => [
	...['Provider', 'Resource', 'Operation', 'To', 'Message', 'Response Type', ...answers],
	...['Title', 'Picture URL', 'Fallback', 'If Not Supported'],
	...['Consent Check', 'Sending Rules', 'Options'],
];

describe('Send and Wait for Response in the editor', () => {
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		browser = await openBrowser();
		editor = new Editor(await openEditor(browser));
		const node = sendRcs({ operation: 'sendAndWait', to: '+447700900001', message: 'Shall we?' });
		const workflowId = await api.upsertWorkflow(chain('e2e asks in editor', manualTrigger(), node));
		await editor.openWorkflow(workflowId);
	});
	afterAll(() => browser.close());

	it('has a way out for replies, for what was not sent and for who does not answer', async () => {
		for (const way of ['Replied', 'Not Sent', 'Not Replied'])
			await editor.page.getByText(way, { exact: true }).first().waitFor();
		await shoot(editor.page, '14-send-and-wait-canvas');
	});

	it('asks for what it needs', async () => {
		await editor.openNode('Send RCS');
		const approval = fields('Approval Options');
		expect(await editor.labels(approval)).toEqual(approval);
		await shoot(editor.page, '15-send-and-wait-approval');
		await editor.choose('responseType', 'Choices');
		const choices = fields('Choices', 'Label', 'Value');
		expect(await editor.labels(choices)).toEqual(choices);
		await shoot(editor.page, '16-send-and-wait-choices');
	});
});
