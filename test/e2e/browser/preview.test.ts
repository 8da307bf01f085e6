import type { Browser } from 'playwright-core';
import { openBrowser, openEditor, shoot } from '../support/browser';
import { Editor } from '../support/editor';
import { chain, manualTrigger, sendRcs } from '../support/workflows';
import { api } from '../support/world';

const card = (title: string) => ({
	...{ title, description: 'Waterproof', mediaUrl: 'https://shop.example.com/shoe.png' },
});

describe('Preview in the editor', () => {
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		browser = await openBrowser();
		editor = new Editor(await openEditor(browser));
		const node = sendRcs({
			...{ operation: 'preview', to: '+447700900001', messageType: 'carousel', cardsFrom: 'form' },
			cards: { card: [card('Trail shoe '.repeat(20)), card('Road shoe')] },
			...{ fallback: 'sms', fallbackText: 'Your shoes wait: https://shop.example.com/cart' },
			previewOptions: { agentName: 'Demo Shop' },
		});
		const workflowId = await api.upsertWorkflow(
			chain('e2e preview in the editor', manualTrigger(), node),
		);
		await editor.openWorkflow(workflowId);
	});
	afterAll(async () => {
		await browser.close();
	});

	it('has the fields of a message, and how it is drawn, but no consent check', async () => {
		await editor.openNode('Send RCS');
		const oneCard = ['Title', 'Description', 'Picture or Video URL', 'Picture Height', 'Buttons'];
		const expected = [
			...['Provider', 'Resource', 'Operation', 'To', 'Message Type'],
			...['Card From', 'Cards', ...oneCard, ...oneCard, 'Card Width', 'Suggestions'],
			...['Fallback', 'Fallback Text', 'Fallback Options', 'If Not Supported'],
			...['Options', 'Preview Options', 'Agent Name'],
		];
		expect(await editor.labels(expected)).toEqual(expected);
	});

	it('gives a picture for each look, and says what is wrong', async () => {
		await editor.execute();
		const output = editor.output();
		// n8n shows the files first.
		for (const look of ['android', 'ios', 'fallback'])
			await output.getByText(`preview-${look}.svg`).first().waitFor();
		await shoot(editor.page, '90-preview-files');
		await output.locator('[data-test-id="radio-button-json"]').click();
		await output.getByText('takes at most 200').first().waitFor();
		await shoot(editor.page, '91-preview-output');
	});
});
