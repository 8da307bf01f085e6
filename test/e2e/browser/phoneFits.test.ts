import type { Browser, Page } from 'playwright-core';
import { findings } from '../support/axe';
import { openBrowser } from '../support/browser';
import { openPhonePage, type PageSettings, useOwnSandbox } from '../support/phonePage';

/** What fits on a screen, and how phones are told apart. */

const NUMBER = '+447700900001';
const sandbox = useOwnSandbox(50);
let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(query: string, settings: PageSettings): Promise<Page> {
	const { page } = await openPhonePage(browser, { panel: false, ...settings });
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(`${sandbox.url()}/${query}`);
	await page.locator('.rcs-handset').first().waitFor();
	return page;
}

const phonesIn = (...endings: string[]): string =>
	`?${endings.map((end) => `phone=%2B447700900${end}`).join('&')}`;

test('all times have one form', async () => {
	await sandbox.infobip(NUMBER, { type: 'TEXT', text: 'Hello' });
	const page = await open(phonesIn('001'), {});
	await page.locator('.meta time').last().waitFor();
	for (const time of ['.status-bar .now', '.meta time'])
		expect(await page.locator(time).last().textContent()).toMatch(/^\d{1,2}:\d\d\s[AP]M$/);
	await page.context().close();
});

test('an address with no phone number says so, and which phone is shown', async () => {
	const page = await open('?phone=abc', {});
	const notice = page.getByRole('alert').filter({ hasText: 'abc' });
	expect(await notice.textContent()).toContain('There is no phone “abc”');
	expect(await notice.textContent()).toContain(NUMBER);
	expect(await findings(page)).toEqual([]);
	await page.getByRole('button', { name: /\+447700900002 · / }).click();
	await notice.waitFor({ state: 'detached' });
	await page.context().close();
});

test('phones beyond the edge of the screen are a tap away', async () => {
	const page = await open(phonesIn('001', '002', '003', '004'), { width: 1280 });
	const [left, right] = [
		page.getByRole('button', { name: 'Phones to the left' }),
		page.getByRole('button', { name: 'Phones to the right' }),
	];
	await right.waitFor();
	expect(await left.count()).toBe(0);
	expect(await findings(page)).toEqual([]);
	const second = page.locator('[data-phone="+447700900002"]');
	const from = (await second.boundingBox())?.x ?? 0;
	await right.click();
	await left.waitFor();
	expect((await second.boundingBox())?.x).toBeLessThan(from);
	await page.evaluate("document.querySelector('.devices').scrollLeft = 1e5");
	await right.waitFor({ state: 'detached' });
	const last = await page.locator('[data-phone="+447700900004"]').boundingBox();
	expect((last?.x ?? Infinity) + (last?.width ?? 0)).toBeLessThanOrEqual(1280);
	await page.setViewportSize({ width: 2400, height: 900 });
	await left.waitFor({ state: 'detached' });
	await page.context().close();
});

test('on a narrow screen nothing lies over the conversation', async () => {
	const page = await open(phonesIn('001', '002'), { width: 390, height: 844 });
	const button = page.locator('.stage > .panel-button');
	const over = async (selector: string): Promise<boolean> => {
		const [a, b] = [await button.boundingBox(), await page.locator(selector).first().boundingBox()];
		if (!a || !b) throw new Error('Both are there');
		const apart =
			a.x + a.width <= b.x ||
			b.x + b.width <= a.x ||
			a.y + a.height <= b.y ||
			b.y + b.height <= a.y;
		return !apart;
	};
	await button.waitFor();
	for (const selector of ['.device-frame', '.device-head h2', '.device-head [aria-label^=Close]'])
		expect([selector, await over(selector)]).toEqual([selector, false]);
	await button.click();
	await page.getByRole('button', { name: 'Hide the panel' }).last().waitFor();
	await page.context().close();
});

test('phones that were added are told apart', async () => {
	for (const end of ['151', '152'])
		await sandbox.call('PATCH', `/sandbox/phones/%2B447700900${end}`, { rcs: true });
	const page = await open(phonesIn('151', '152'), {});
	await page.getByRole('region', { name: /^Added phone 0151/ }).waitFor();
	await page.getByRole('region', { name: /^Added phone 0152/ }).waitFor();
	await page.getByRole('button', { name: 'Close Added phone 0152' }).waitFor();
	await page.context().close();
});

test('business info tells what is known of the business', async () => {
	await sandbox.infobip(NUMBER, { type: 'TEXT', text: 'Hello' });
	const page = await open(phonesIn('001'), {});
	await page.getByRole('button', { name: 'DemoShop' }).first().click();
	const sheet = page.getByRole('dialog', { name: 'Business info' });
	await sheet.getByText('Shoes and bags').waitFor();
	expect(await sheet.locator('dt').allTextContents()).toEqual([
		...['Phone', 'Website', 'Email', 'Sender', 'Provider'],
	]);
	await page.context().close();
});
