import type { Browser, Route } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { openPhonePage, useOwnSandbox } from '../support/phonePage';

const NUMBER = '+447700900001';
const sandbox = useOwnSandbox(50);
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

test('what arrives while the page reads what was there is shown as well', async () => {
	const { page } = await openPhonePage(browser, { panel: false });
	const readOnce = async (route: Route) => {
		const before = await route.fetch();
		// The page asks for the phones again soon after it heard of a message.
		const heard = page.waitForRequest('**/sandbox/phones');
		await sandbox.infobip(NUMBER, { type: 'TEXT', text: 'Are you there yet?' });
		await heard;
		await route.fulfill({ response: before });
	};
	await page.route('**/sandbox/phones/*/messages', readOnce, { times: 1 });
	await page.goto(`${sandbox.url()}/?phone=${NUMBER}`);
	await page.getByText('Connected', { exact: true }).waitFor();
	await page.getByText('Are you there yet?').first().waitFor();
});
