import type { Page } from 'playwright-core';
import { findings } from '../support/axe';
import { eventsOf, useCrmPage } from '../support/crmPage';
import { themes } from '../support/phonePage';

const PHONE = '+447700900321';
const crms = ['hubspot', 'salesforce'] as const;
const happened = ['message.sent', 'message.delivered', 'user.optedOut'] as const;

describe.each(themes)("the CRMs' page in %s", (theme) => {
	const { open, addContact, setUpFields, write } = useCrmPage();

	async function openThemed(crm: (typeof crms)[number]): Promise<Page> {
		const page = await open(crm);
		await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
		return page;
	}

	it('can be read by everybody where there is nobody yet', async () => {
		const page = await openThemed('hubspot');
		await page.getByText('There are no contacts yet.').waitFor();
		await page.getByText('Add contacts', { exact: true }).click();
		await page.getByRole('button', { name: 'Add', exact: true }).waitFor();
		expect(await findings(page)).toEqual([]);
	});

	it('can be read by everybody where a contact has no fields', async () => {
		await addContact('hubspot', 'Ann Lee', PHONE);
		const page = await openThemed('hubspot');
		await page.getByRole('button', { name: /^Ann Lee/ }).click();
		await page.getByText('Nothing happened yet.').waitFor();
		expect(await findings(page)).toEqual([]);
	});

	it.each(crms)('can be read by everybody with the contacts of %s', async (crm) => {
		await setUpFields(crm);
		await addContact(crm, 'Ann Lee', PHONE);
		await addContact(crm, 'Bo Chan', '+447700900322');
		await write(crm, eventsOf(PHONE, happened));
		const page = await openThemed(crm);
		const row = page.getByRole('button', { name: /^Ann Lee/ });
		await row.getByText('Opted out').waitFor();
		await page.getByText('No contact is chosen.').waitFor();
		expect(await findings(page)).toEqual([]);
		await row.click();
		await page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').first().waitFor();
		expect(await findings(page)).toEqual([]);
		await page.setViewportSize({ width: 390, height: 844 });
		await page.getByRole('button', { name: 'All contacts' }).waitFor();
		expect(await findings(page)).toEqual([]);
	});
});
