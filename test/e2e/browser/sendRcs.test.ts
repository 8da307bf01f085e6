import type { Browser } from 'playwright-core';
import { openBrowser, openEditor, shoot } from '../support/browser';
import { Editor } from '../support/editor';
import { chain, manualTrigger, sendRcs } from '../support/workflows';
import { api } from '../support/world';

const before = ['Provider', 'Resource', 'Operation', 'To', 'Message Type'];
const after = [
	...['Fallback', 'If Not Supported', 'Consent Check', 'Sending Rules'],
	...['Options', 'Dry Run'],
];

describe('Send RCS in the editor', () => {
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		browser = await openBrowser();
		editor = new Editor(await openEditor(browser));
		const node = sendRcs({
			to: '+447700900001',
			messageType: 'text',
			text: 'Hello',
			options: { dryRun: true },
		});
		const workflowId = await api.upsertWorkflow(chain('e2e in the editor', manualTrigger(), node));
		await editor.openWorkflow(workflowId);
		await editor.openNode('Send RCS');
	});
	afterAll(async () => {
		await browser.close();
	});

	it('shows what a dry run would send', async () => {
		await editor.execute();
		await editor.output().getByText('dryRun').first().waitFor();
		await shoot(editor.page, '10-dry-run-output');
		await editor.output().locator('[data-test-id="radio-button-json"]').click();
		await editor.output().getByText('/rcs/2/messages').first().waitFor();
		await shoot(editor.page, '11-dry-run-json');
	});

	it.each([
		[
			'Card',
			'Card From, Title, Description, Picture or Video URL, Buttons on the Card, Card Layout, Suggestions',
		],
		['Carousel', 'Card From, Cards, Card Width, Suggestions'],
		['File', 'File URL, Thumbnail URL, Suggestions'],
		['JSON', 'Message (JSON)'],
		['Template', 'Template, More Variables'],
		['Text', 'Text, Suggestions'],
	])('has the fields of a %s, and no others', async (type, fields) => {
		await editor.choose('messageType', type);
		const expected = [...before, ...fields.split(', '), ...after];
		expect(await editor.labels(expected)).toEqual(expected);
		await shoot(editor.page, `12-type-${type.toLowerCase()}`);
	});

	it("previews a card's data as it would be sent", async () => {
		await editor.choose('messageType', 'Card');
		const title = editor.parameter('cardTitle').locator('input');
		await editor.write(title, 'Your parcel is on its way');
		const description = editor.parameter('cardDescription').locator('textarea');
		await editor.write(description, 'It arrives tomorrow');
		await editor.execute();
		for (const shown of ['"VERTICAL"', '"Your parcel is on its way"', '"It arrives tomorrow"'])
			await editor.output().getByText(shown).first().waitFor();
		await shoot(editor.page, '17-card-preview');
		await editor.choose('messageType', 'Text');
	});

	it('makes cards from a list', async () => {
		await editor.choose('messageType', 'Carousel');
		await editor.choose('cardsFrom', 'List');
		const texts = ['Card Title', 'Card Description', 'Card Picture URL', 'Buttons on Each Card'];
		const fields = ['Card From', 'List', ...texts, 'Maximum Cards', 'Card Width', 'Suggestions'];
		const expected = [...before, ...fields, ...after];
		expect(await editor.labels(expected)).toEqual(expected);
		await shoot(editor.page, '13-cards-from-a-list');
		await editor.choose('messageType', 'Text');
	});

	it('asks for the text of the SMS when there is a fallback', async () => {
		await editor.choose('fallback', 'SMS');
		const fields = ['Text', 'Suggestions', 'Fallback', 'Fallback Text', 'Fallback Options'];
		const expected = [...before, ...fields, ...after.slice(1)];
		expect(await editor.labels(expected)).toEqual(expected);
		await shoot(editor.page, '14-fallback');
		await editor.choose('fallback', 'None');
	});

	describe('a suggestion', () => {
		beforeAll(async () => {
			const add = editor.collection('suggestions').locator('[data-test-id="fixed-collection-add"]');
			await add.click();
			await editor.parameter('type').waitFor();
		});

		it.each([
			['Reply', []],
			['Open URL', ['URL', 'Open In']],
			['Call Number', ['Phone Number']],
			['Show Location', ['Latitude', 'Longitude', 'Place Name']],
			['Share Location', []],
			['Create Calendar Event', ['Event Title', 'Event Description', 'Event Start', 'Event End']],
		])('of type %s has its own fields', async (type, fields) => {
			await editor.choose('type', type);
			const expected = ['Type', 'Button Text', ...fields, 'Postback Data'];
			expect(await editor.labels(expected, editor.collection('suggestions'))).toEqual(expected);
			await editor.parameter('postbackData').scrollIntoViewIfNeeded();
			await shoot(editor.page, `15-suggestion-${type.toLowerCase().replaceAll(' ', '-')}`);
		});
	});

	it('asks for the credential of the provider that is chosen', async () => {
		await editor.choose('provider', 'Conversation API');
		expect(await editor.credentialChosen('')).toBe('');
		await editor.credential().click();
		await editor.credentials('RCS Sandbox (conversation)').waitFor();
		expect(await editor.credentials('RCS Sandbox (infobip)').count()).toBe(0);
		await shoot(editor.page, '16-credential-of-the-provider');
		await editor.credentials('RCS Sandbox (conversation)').click();
		const chosen = 'RCS Sandbox (conversation)';
		expect(await editor.credentialChosen(chosen)).toBe(chosen);
		const withForms = ['Card', 'Carousel', 'Form', 'JSON', 'Text'];
		expect(await editor.choices('messageType', withForms)).toEqual(withForms);
		const fallbacks = ['None', 'SMS'];
		expect(await editor.choices('fallback', fallbacks)).toEqual(fallbacks);
		await editor.choose('provider', 'Infobip');
		const all = ['Card', 'Carousel', 'File', 'JSON', 'Template', 'Text'];
		expect(await editor.choices('messageType', all)).toEqual(all);
		// n8n forgets a credential that is not asked for any more.
		expect(await editor.credentialChosen('')).toBe('');
		await editor.credential().click();
		await editor.credentials('RCS Sandbox (infobip)').waitFor();
		expect(await editor.credentials('RCS Sandbox (conversation)').count()).toBe(0);
	});
});
