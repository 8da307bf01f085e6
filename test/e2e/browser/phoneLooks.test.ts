import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { lookAndThemes, openPhonePage, useOwnSandbox } from '../support/phonePage';
import { numberOf, samples, sendSamples } from '../support/phoneSamples';

const SIDE_BY_SIDE = 4;
const folder = resolve(__dirname, '..', '..', '..', '.run', 'screenshots', 'phone');
const sandbox = useOwnSandbox(50);
let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
	mkdirSync(folder, { recursive: true });
	await sendSamples(sandbox);
	process.stdout.write(`Pictures of the phones: ${folder}\n`);
});
afterAll(() => browser.close());

const groups = Array.from({ length: Math.ceil(samples.length / SIDE_BY_SIDE) }, (_, i) =>
	samples.slice(i * SIDE_BY_SIDE, (i + 1) * SIDE_BY_SIDE),
);

/** Shows up to four phones with their samples, and waits for what they show. */
async function show(page: Page, group: typeof samples): Promise<void> {
	const query = group.map((sample) => `phone=${encodeURIComponent(numberOf(sample))}`).join('&');
	await page.goto(`${sandbox.url()}/?${query}`);
	for (const sample of group)
		await page
			.locator(`[data-phone="${numberOf(sample)}"]`)
			.getByText(sample.shows)
			.last()
			.waitFor();
	await page.waitForLoadState('networkidle');
}

describe.each(lookAndThemes)('$look in $theme', ({ look, theme }) => {
	it('shows every kind of message', async () => {
		const settings = { look, theme, panel: false, width: 1900, height: 920 };
		const { page, complaints } = await openPhonePage(browser, settings);
		for (const group of groups) {
			await show(page, group);
			for (const sample of group) {
				const device = page.locator(`[data-phone="${numberOf(sample)}"] .device-frame`);
				expect(await device.locator('.screen').getAttribute('data-theme')).toBe(theme);
				expect(await device.locator('.screen').getAttribute('data-look')).toBe(look);
				const path = join(folder, `${sample.name}-${look}-${theme}.png`);
				await device.screenshot({ path, animations: 'disabled' });
			}
		}
		expect(complaints).toEqual([]);
		await page.context().close();
	});
});
