import { shoot } from '../support/browser';
import { eventsOf, useCrmPage } from '../support/crmPage';

const PHONE = '+447700900321';
const both = ['hubspot', 'salesforce'] as const;

describe('the contacts of the CRMs', () => {
	const { open, addContact, setUpFields, write } = useCrmPage();

	it('tell what to do where there are none, and show one as soon as it is added', async () => {
		const page = await open('hubspot');
		await page.getByText('There are no contacts yet.').waitFor();
		await page.getByText('Add contacts', { exact: true }).click();
		await page.getByLabel('Name', { exact: true }).fill('Page Contact');
		await page.getByLabel('Phone', { exact: true }).fill(PHONE);
		await page.getByRole('button', { name: 'Add', exact: true }).click();
		await page.getByText('Added Page Contact').waitFor();
		await page.getByText('1 contact', { exact: true }).waitFor();
		await page.getByRole('button', { name: /^Page Contact/ }).click();
		await page.getByRole('heading', { name: 'Page Contact' }).waitFor();
	});

	it('say why somebody was not added, and keep what was typed', async () => {
		const page = await open('salesforce');
		await page.getByText('Add contacts', { exact: true }).click();
		await page.getByLabel('Name', { exact: true }).fill('Page Contact');
		await page.getByLabel('Phone', { exact: true }).fill('12');
		await page.getByLabel('Phone', { exact: true }).press('Enter');
		await page.getByText('Not added: name and phone (with its country code)').waitFor();
		expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Page Contact');
	});

	it("say what a CRM does not take, in the CRM's words", async () => {
		const page = await open('salesforce');
		await page.getByText('Add contacts', { exact: true }).click();
		await page.getByLabel('Name', { exact: true }).fill('Longname'.repeat(11));
		await page.getByLabel('Phone', { exact: true }).fill(PHONE);
		await page.getByRole('button', { name: 'Add', exact: true }).click();
		const result = page.getByText('Not added: ');
		expect(await result.textContent()).toMatch(/^Not added: Last Name: data value too large/);
		const cut = await result.evaluate((one) => one.scrollWidth - one.clientWidth);
		expect(cut).toBe(0);
	});

	it.each(both)('of %s show the whole consent of each', async (crm) => {
		await setUpFields(crm);
		await addContact(crm, 'Ann Lee', PHONE);
		await addContact(crm, 'Bo Chan', '+447700900322');
		await write(crm, eventsOf(PHONE, ['message.sent', 'user.optedOut']));
		const page = await open(crm);
		const row = page.getByRole('button', { name: 'Ann Lee' });
		expect(await row.textContent()).toBe(`Ann Lee${PHONE}Opted out`);
		const cut = await row.evaluate((button) =>
			[...button.querySelectorAll('span')].some((one) => one.scrollWidth > one.clientWidth + 1),
		);
		expect(cut).toBe(false);
		await shoot(page, `40-crm-${crm}`);
	});

	it('are found by name or number', async () => {
		await addContact('hubspot', 'Ann Lee', PHONE);
		await addContact('hubspot', 'Bo Chan', '+447700900322');
		const page = await open('hubspot');
		const find = page.getByLabel('Find a contact');
		await find.fill('900322');
		await page.getByText('1 of 2 contacts').waitFor();
		expect(await page.getByRole('listitem').allTextContents()).toEqual(['Bo Chan+447700900322']);
		await find.fill('nobody');
		await page.getByText('No contact has this name or number').waitFor();
	});

	it('take the whole of a small screen, and so does the one that is chosen', async () => {
		await addContact('hubspot', 'Ann Lee', PHONE);
		const page = await open('hubspot');
		await page.setViewportSize({ width: 390, height: 844 });
		const row = page.getByRole('button', { name: /^Ann Lee/ });
		await row.focus();
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'Ann Lee' }).waitFor();
		expect(await row.isVisible()).toBe(false);
		const width = await page.locator('html').evaluate((html) => html.scrollWidth);
		expect(width).toBeLessThanOrEqual(390);
		await page.getByRole('button', { name: 'All contacts' }).click();
		await row.waitFor();
		expect(await page.locator(':focus').textContent()).toBe(await row.textContent());
	});

	it("are gone back to with the browser's own button, and the one that was chosen forward to", async () => {
		await addContact('hubspot', 'Ann Lee', PHONE);
		const page = await open('hubspot');
		await page.setViewportSize({ width: 390, height: 844 });
		const row = page.getByRole('button', { name: /^Ann Lee/ });
		await row.dblclick();
		await page.getByRole('heading', { name: 'Ann Lee' }).waitFor();
		await page.goBack();
		await row.waitFor();
		expect(await page.locator(':focus').textContent()).toBe(await row.textContent());
		await page.goForward();
		await page.getByRole('heading', { name: 'Ann Lee' }).waitFor();
		expect(await page.locator(':focus').getAttribute('id')).toBe('record');
	});

	it('are those of the first CRM where the address names none that there is', async () => {
		await addContact('hubspot', 'Ann Lee', PHONE);
		const page = await open('hubspot');
		await page.goto(page.url().replace('crm=hubspot', 'crm=nobody'));
		await page.getByRole('button', { name: /^Ann Lee/ }).waitFor();
		await page.getByText('Connected', { exact: true }).waitFor();
		const pressed = page.getByRole('button', { pressed: true });
		expect(await pressed.textContent()).toBe('HubSpot');
	});

	it('fit with names of any length, and read from the side their letters do', async () => {
		const names = ['Longname'.repeat(10), '\u05e9\u05e8\u05d4 (12) Co.'];
		for (const [i, name] of names.entries()) await addContact('hubspot', name, `+44770090032${i}`);
		const page = await open('hubspot');
		await page.getByRole('button', { name: /^Longname/ }).click();
		const heading = page.getByRole('heading', { name: /^Longname/ });
		for (const width of [1440, 390]) {
			await page.setViewportSize({ width, height: 844 });
			await heading.waitFor();
			const cut = await heading.evaluate((one) => one.scrollWidth - one.clientWidth);
			expect([width, cut]).toEqual([width, 0]);
		}
		await page.getByRole('button', { name: 'All contacts' }).click();
		for (const place of [page.getByRole('button'), page.getByRole('heading')]) {
			const name = place.filter({ hasText: 'Co.' }).getByText('Co.');
			expect(await name.evaluate((one) => one.matches(':dir(rtl)'))).toBe(true);
			await name.click();
		}
	});

	it('are counted in one place, which a screen reader keeps in sight', async () => {
		const page = await open('hubspot');
		const count = await page.getByText('No contacts yet', { exact: true }).elementHandle();
		await addContact('salesforce', 'Ann Lee', PHONE);
		await page.getByRole('button', { name: 'Salesforce' }).click();
		await page.getByText('1 contact', { exact: true }).waitFor();
		expect(await count?.textContent()).toBe('1 contact');
	});
});
