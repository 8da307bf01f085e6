import type { Browser, Page } from 'playwright-core';
import { findings } from '../support/axe';
import { openBrowser } from '../support/browser';
import { lookAndThemes, openPhonePage, useOwnSandbox } from '../support/phonePage';
import { numberOf, samples, sendSamples } from '../support/phoneSamples';

const sandbox = useOwnSandbox(50);
let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
	await sendSamples(sandbox);
});
afterAll(() => browser.close());

/** What opens a dialog, and what it is called. */
const dialogs = [
	['Open the shop', 'Browser'],
	['Call us', 'Phone'],
	['Find us', 'Map'],
	['Where are you?', 'Share your location?'],
	['Add to calendar', 'New event'],
	['Attach', 'Attach'],
] as const;

const phone = (page: Page, name: string) => {
	const sample = samples.find((one) => one.name === name) ?? samples[0];
	return page.locator(`[data-phone="${sample ? numberOf(sample) : ''}"]`);
};

async function show(page: Page, ...names: string[]): Promise<void> {
	const shown = samples.filter(({ name }) => names.includes(name));
	const query = shown.map((sample) => `phone=${encodeURIComponent(numberOf(sample))}`).join('&');
	await page.goto(`${sandbox.url()}/?${query}`);
	for (const sample of shown)
		await phone(page, sample.name).getByText(sample.shows).last().waitFor();
}

describe.each(lookAndThemes)('$look in $theme', ({ look, theme }) => {
	let page: Page;
	beforeAll(async () => {
		({ page } = await openPhonePage(browser, { look, theme, panel: true, width: 2300 }));
		await page.emulateMedia({ reducedMotion: 'reduce' });
	});
	afterAll(() => page.context().close());

	it('can be read by everybody: what was said, and the panel', async () => {
		await show(page, 'text', 'card-vertical', 'card-horizontal', 'carousel-medium');
		expect(await findings(page)).toEqual([]);
		await show(page, 'files', 'form', 'sms-fallback', 'answers');
		await page.getByRole('tab', { name: 'Message' }).click();
		await page.getByRole('list', { name: 'States' }).waitFor();
		expect(await findings(page)).toEqual([]);
		await show(page, 'offline', 'empty', 'carousel-small');
		await page.getByRole('tab', { name: 'Traffic' }).click();
		await page.locator('.exchange summary').first().click();
		await page
			.getByText(/headers?$/)
			.first()
			.waitFor();
		expect(await findings(page)).toEqual([]);
	});

	it('opens what slides up as a dialog that keeps the focus, and gives it back', async () => {
		await show(page, 'text');
		for (const [name, title] of dialogs) {
			const opener = phone(page, 'text').getByRole('button', { name });
			await opener.focus();
			await page.keyboard.press('Enter');
			const dialog = page.getByRole('dialog', { name: title });
			await dialog.waitFor();
			expect(await findings(page)).toEqual([]);
			for (let i = 0; i < 8; i += 1) {
				await page.keyboard.press('Tab');
				await dialog.locator(':focus').waitFor();
			}
			await page.keyboard.press('Escape');
			await dialog.waitFor({ state: 'detached' });
			await opener.and(page.locator(':focus')).waitFor();
		}
	});

	it('shows menu and conversations to everybody', async () => {
		await show(page, 'text');
		await phone(page, 'text').getByRole('button', { name: 'Conversation menu' }).click();
		const last = phone(page, 'text').getByRole('button', { name: 'Business info' }).last();
		await last.waitFor();
		expect(await findings(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await last.waitFor({ state: 'hidden' });
		await phone(page, 'text').getByRole('button', { name: 'All conversations' }).click();
		await phone(page, 'text').getByRole('heading', { name: 'Messages' }).waitFor();
		expect(await findings(page)).toEqual([]);
	});
});
