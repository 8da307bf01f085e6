import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { owner } from '../../../scripts/n8n/instance';
import { n8nUrl } from './world';

const screenshots = resolve(__dirname, '..', '..', '..', '.run', 'screenshots');
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
	const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));
	if (!executablePath) throw new Error(`There is no browser at ${places.join(', ')}: set CHROMIUM`);
	return await chromium.launch({ executablePath, args, timeout: 120_000 });
}

/** A page whose steps fail before the test does. */
export async function openPage(browser: Browser, colorScheme: 'light' | 'dark' = 'light') {
	const context = await browser.newContext({
		viewport: { width: 1600, height: 1000 },
		colorScheme,
	});
	const page = await context.newPage();
	page.setDefaultTimeout(60_000);
	return page;
}

/** A page of n8n's editor, signed in without the form. */
export async function openEditor(browser: Browser, colorScheme?: 'light' | 'dark'): Promise<Page> {
	const page = await openPage(browser, colorScheme);
	const data = { emailOrLdapLoginId: owner.email, password: owner.password };
	await page.request.post(`${n8nUrl}/rest/login`, { data });
	return page;
}

/** Keeps what the page looks like in .run/screenshots, for people. */
export async function shoot(page: Page, name: string): Promise<void> {
	mkdirSync(screenshots, { recursive: true });
	await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
}
