import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, shoot } from '../support/browser';
import { sandbox, sandboxUrl } from '../support/world';

const hubspot = async (path: string, body: object) =>
	await fetch(`${sandboxUrl}/hubspot${path}`, {
		method: 'POST',
		headers: {
			authorization: 'Bearer sandbox-hubspot-key',
			'content-type': 'application/json',
		},
		body: JSON.stringify(body),
	});

/** The consent field, as setting up the RCS fields adds it. */
async function addConsentField(): Promise<void> {
	const properties = '/crm/properties/2026-09/contacts';
	await hubspot(`${properties}/groups`, { name: 'rcs_messaging', label: 'RCS messaging' });
	await hubspot(properties, {
		name: 'rcs_consent_status',
		label: 'RCS consent status',
		type: 'enumeration',
		fieldType: 'select',
		groupName: 'rcs_messaging',
		options: [
			{ label: 'Opted in', value: 'opted_in' },
			{ label: 'Opted out', value: 'opted_out' },
		],
	});
}

describe('the page of the CRMs', () => {
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser();
		page = await openPage(browser);
		await page.goto(sandboxUrl);
		await page.getByRole('link', { name: 'Contacts in the CRMs' }).click();
		await page.getByRole('button', { name: 'HubSpot' }).click();
	});
	afterAll(async () => {
		await browser.close();
	});

	it('adds a contact, who then is shown', async () => {
		await page.getByLabel('Name', { exact: true }).fill('Page contact');
		await page.getByLabel('Phone', { exact: true }).fill('+447700900321');
		await page.getByRole('button', { name: 'Add', exact: true }).click();
		await page.getByRole('button', { name: /^Page contact/ }).click();
		await page.getByRole('heading', { name: 'Page contact' }).waitFor();
		await page.getByText('Nothing happened yet.').waitFor();
	});

	it('changes the consent of a contact as somebody who works in the CRM', async () => {
		await addConsentField();
		await page.getByLabel('rcs_consent_status').selectOption('Opted out');
		await page.getByText('+447700900321 · Opted out').waitFor();
		const path = '/sandbox/crm/hubspot/contacts';
		const { contacts } = await sandbox<{
			contacts: { phone: string; consentField: { value: string } }[];
		}>('GET', path);
		const edited = contacts.find(({ phone }) => phone === '+447700900321');
		expect(edited?.consentField.value).toBe('opted_out');
		await shoot(page, '40-crm');
	});
});
