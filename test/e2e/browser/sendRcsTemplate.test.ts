import type { Browser } from 'playwright-core';
import { openBrowser, openEditor, shoot } from '../support/browser';
import { Editor } from '../support/editor';
import { chain, manualTrigger, sendRcs } from '../support/workflows';
import { api, sandboxUrl } from '../support/world';

describe('a template in the editor', () => {
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		const content = { type: 'TEXT', text: 'Hi {{first_name}}, parcel {{parcel}} is on its way.' };
		const stored = await fetch(`${sandboxUrl}/infobip/rcs/1/senders/DemoShop/templates`, {
			method: 'POST',
			headers: { authorization: 'App sandbox-infobip-key', 'content-type': 'application/json' },
			body: JSON.stringify({ templateName: 'parcel_underway', providers: [], content }),
		});
		expect(stored.status).toBeLessThan(300);
		browser = await openBrowser();
		editor = new Editor(await openEditor(browser));
		const node = sendRcs({ to: '+447700900001', messageType: 'template' });
		const workflowId = await api.upsertWorkflow(chain('e2e of a template', manualTrigger(), node));
		await editor.openWorkflow(workflowId);
		await editor.openNode('Send RCS');
	});
	afterAll(async () => {
		await browser.close();
	});

	it('is chosen from a list, and its variables are fields that have to be filled in', async () => {
		await editor.chooseFetched('templateId', 'parcel_underway', () =>
			shoot(editor.page, '30-templates-to-choose-from'),
		);
		for (const name of ['first_name', 'parcel'])
			await editor.page.getByText(name, { exact: true }).first().waitFor();
		await shoot(editor.page, '31-variables-of-the-template');
	});
});
