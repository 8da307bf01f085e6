import type { Browser } from 'playwright-core';
import { owner } from '../../../scripts/n8n/instance';
import { openBrowser, openEditor, openPage, shoot } from '../support/browser';
import { Editor, loaded } from '../support/editor';
import { n8nUrl, workflows } from '../support/world';

const shipping = ['Check Capability', 'Send Order Card', 'Send Text or SMS'];
const answering = ['RCS Trigger', 'Answer When', 'Answer Support', 'Answer Anything Else'];
const engagement = ['RCS Trigger', 'Write Engagement', 'Set Up Fields'];
const consent = ['RCS CRM Trigger', 'Write to Salesforce', 'Confirm Opt-In', 'Set Up HubSpot'];

describe('our nodes in the editor', () => {
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		browser = await openBrowser();
		editor = new Editor(await openEditor(browser));
	});
	afterAll(async () => {
		await browser.close();
	});

	it('lets the demo login in', async () => {
		const page = await openPage(browser);
		await page.goto(`${n8nUrl}/signin`);
		await page.locator('input[type="email"], input[name="emailOrLdapLoginId"]').fill(owner.email);
		await page.locator('input[type="password"]').fill(owner.password);
		await shoot(page, '01-sign-in');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL(/\/home\//);
		// Whatever other tests left here, there may be more than one page of it.
		await page.locator('input[data-test-id="resources-list-search"]').fill('Answer replies');
		await page.getByText('Answer replies on RCS').first().waitFor();
		await shoot(page, '02-workflows');
		await page.context().close();
	});

	it.each([
		['light', 'order-shipped', shipping],
		['light', 'replies', answering],
		['light', 'engagement-to-crm', engagement],
		['light', 'consent-from-crm', consent],
		['dark', 'order-shipped', shipping],
	] as const)('shows them with icons on the %s canvas of %s', async (scheme, file, names) => {
		await editor.page.emulateMedia({ colorScheme: scheme });
		await editor.openWorkflow(workflows[file]);
		for (const name of names) {
			const icon = editor.icons(editor.canvasNode(name));
			await icon.waitFor();
			expect(await loaded(icon)).toBe(true);
		}
		await shoot(editor.page, `03-canvas-${file}-${scheme}`);
	});

	it('finds the eight of them when someone looks for RCS', async () => {
		await editor.openWorkflow(workflows['order-shipped']);
		await editor.searchNodes('RCS');
		// n8n leaves out the word Trigger, except where another node is named like the rest.
		const names = [
			'Check Capability',
			'Manage Template',
			'RCS',
			'RCS Account',
			'RCS CRM Sync',
			'RCS CRM Trigger',
			'RCS Consent',
			'Send RCS',
		];
		expect(await editor.offeredNames(names)).toEqual(names);
		for (const icon of await editor.icons(editor.offered()).all()) {
			expect(await loaded(icon)).toBe(true);
		}
		await shoot(editor.page, '04-node-creator');
	});
});
