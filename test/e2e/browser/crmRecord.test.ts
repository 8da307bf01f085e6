import { shoot } from '../support/browser';
import { eventsOf, useCrmPage } from '../support/crmPage';

const PHONE = '+447700900321';
const both = ['hubspot', 'salesforce'] as const;
const fieldNames = { hubspot: 'rcs_consent_status', salesforce: 'RCS_Consent_Status__c' };

describe('a contact of a CRM', () => {
	const { open, addContact, setUpFields, write, consentOf } = useCrmPage();

	async function openContact(crm: (typeof both)[number]) {
		const page = await open(crm);
		await page.getByRole('button', { name: /^Ann Lee/ }).click();
		await page.getByRole('heading', { name: 'Ann Lee' }).waitFor();
		return page;
	}

	it.each(both)('of %s tells how to set up the fields where they are missing', async (crm) => {
		await addContact(crm, 'Ann Lee', PHONE);
		const page = await openContact(crm);
		await page.getByText('The RCS fields are not there yet.').waitFor();
		await page.getByText('Nothing happened yet.').waitFor();
		expect(await page.getByRole('combobox').count()).toBe(0);
	});

	it.each(both)('of %s shows its fields by what they are about, and what happened', async (crm) => {
		await setUpFields(crm);
		await addContact(crm, 'Ann Lee', PHONE);
		const happened = [
			'message.sent',
			'message.delivered',
			'message.read',
			'user.optedOut',
		] as const;
		await write(crm, eventsOf(PHONE, happened));
		const page = await openContact(crm);
		const section = (name: string) => page.getByRole('region', { name, exact: true });
		expect(await section('RCS consent').textContent()).toContain('RCS consent sourcekeyword STOP');
		expect(await section('Reach').textContent()).toContain('RCS reachableYes');
		const read = section('Latest').locator('dt:text-is("RCS last read at") + dd time');
		expect(await read.getAttribute('datetime')).toMatch(/^2026-11-20T10:02:00/);
		const entry = section('Timeline').getByRole('listitem').first();
		expect(await entry.textContent()).toContain('DemoShop');
		expect(await entry.locator('time').first().getAttribute('datetime')).toMatch(
			/^2026-11-20T10:0/,
		);
		await shoot(page, `41-crm-record-${crm}`);
	});

	it.each(both)('of %s is opted out by somebody at the keyboard', async (crm) => {
		await setUpFields(crm);
		await addContact(crm, 'Ann Lee', PHONE);
		const page = await openContact(crm);
		const consent = page.getByLabel('RCS consent status');
		await page.getByText(fieldNames[crm]).waitFor();
		await consent.focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		expect(await consentOf(crm)).toEqual(['']);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.getByText('Saved', { exact: true }).waitFor();
		expect(await consentOf(crm)).toEqual(['opted_out']);
		const row = page.getByRole('button', { name: /^Ann Lee/ });
		await row.getByText('Opted out').waitFor();
		expect(await page.locator(':focus').textContent()).toBe('Save');
	});

	it('keeps a choice that is not saved yet when something happens meanwhile', async () => {
		await setUpFields('hubspot');
		await addContact('hubspot', 'Ann Lee', PHONE);
		const page = await openContact('hubspot');
		const consent = page.getByLabel('RCS consent status');
		await consent.selectOption('Opted out');
		await write('hubspot', eventsOf(PHONE, ['message.sent']));
		await page.getByRole('heading', { name: 'Latest' }).waitFor();
		expect(await consent.inputValue()).toBe('opted_out');
		expect(await consentOf('hubspot')).toEqual(['']);
	});
});
