import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { openPhonePage, useOwnSandbox } from '../support/phonePage';

/** What links and files open on a phone, and what its empty field says. */

const NUMBER = '+447700900001';
const sandbox = useOwnSandbox(50);
let browser: Browser;
let page: Page;
/** What the page asked of others than the sandbox. */
const outside: string[] = [];

beforeAll(async () => {
	browser = await openBrowser();
	({ page } = await openPhonePage(browser, { panel: false }));
	await page.route(
		(url) => url.origin !== sandbox.url(),
		(route) => {
			outside.push(route.request().url());
			return route.abort();
		},
	);
});
beforeEach(async () => {
	await sandbox.call('POST', '/sandbox/reset');
	outside.length = 0;
	await page.goto(`${sandbox.url()}/?phone=${NUMBER}`);
});
afterAll(() => browser.close());

const phone = (): Locator => page.getByRole('region', { name: new RegExp(`\\${NUMBER}`) });
const sheet = (name: string) => phone().getByRole('dialog', { name });

test("a link in the person's own text opens the browser, and nothing is fetched", async () => {
	const url = 'https://www.example.com/page?x=1';
	await phone().getByLabel('Text message').fill(`See ${url}`);
	await page.keyboard.press('Enter');
	await phone().getByRole('link', { name: url }).click();
	await sheet('Browser').getByText(url).waitFor();
	const link = sheet('Browser').getByRole('link', { name: 'Open in New Tab' });
	expect(await link.getAttribute('href')).toBe(url);
	expect(await sheet('Browser').locator('img, video, audio, iframe').count()).toBe(0);
	expect(outside).toEqual([]);
});

test.each([
	['shoe.svg', 'img'],
	['clip.mov', 'video'],
	['clip.mp4?t=1', 'video'],
	['note.wav', 'audio'],
	['note.opus', 'audio'],
	['card.vcf', undefined],
	['letter.docx', undefined],
	['receipt.pdf', undefined],
])('the file %s opens as what it is', async (name, tag) => {
	const url = `${sandbox.url()}/media/${name}`;
	await sandbox.infobip(NUMBER, { type: 'FILE', file: { url } });
	const title = name.replace(/\?.*/, '');
	await phone().getByRole('button', { name: title }).click();
	const shown = sheet(title).locator('.viewed');
	await sheet(title).getByRole('link', { name: 'Open in New Tab' }).waitFor();
	expect(await shown.evaluateAll((all) => all.map((one) => one.localName))).toEqual(
		tag === undefined ? [] : [tag],
	);
});

test("the person's own file opens as what its type says", async () => {
	const path = `/sandbox/phones/${encodeURIComponent(NUMBER)}/file`;
	await sandbox.infobip(NUMBER, { type: 'TEXT', text: 'What does it sound like?' });
	await sandbox.call('POST', path, {
		...{ url: `${sandbox.url()}/media/recording`, name: 'recording', mimeType: 'audio/ogg' },
		...{ bytes: 700, agent: 'DemoShop' },
	});
	await phone().getByRole('button', { name: 'recording' }).click();
	await sheet('recording').locator('audio.viewed').waitFor();
});

test.each([
	['Android', 'RCS message', 'Text message'],
	['iOS', 'Text Message • RCS', 'Text Message • SMS'],
])('the empty field says by what one writes: %s', async (look, rcs, other) => {
	await page.getByRole('radio', { name: look }).check({ force: true });
	await phone().getByPlaceholder(rcs, { exact: true }).waitFor();
	await phone().getByRole('switch', { name: 'RCS is on' }).click();
	await phone().getByPlaceholder(other, { exact: true }).waitFor();
});
