import type { Browser } from 'playwright-core';
import { shipOrder } from '../../../scripts/world/shop';
import { openBrowser, openPage, shoot } from '../support/browser';
import { newPhone } from '../support/importedWorkflow';
import { n8nUrl, sandboxUrl } from '../support/world';

describe('a phone of the sandbox in the browser', () => {
	let browser: Browser;

	beforeAll(async () => {
		browser = await openBrowser();
	});
	afterAll(async () => {
		await browser.close();
	});

	it('shows the card, and after a tap the answer of the workflow', async () => {
		const { number } = await newPhone(84);
		const page = await openPage(browser);
		await page.goto(`${sandboxUrl}/?phone=${number}`);
		await shipOrder(n8nUrl, number, 301);
		const card = page.getByText('Your order #1001 is on its way');
		await card.waitFor();
		await shoot(page, '30-phone-card');
		await page.getByRole('button', { name: 'When does it arrive?' }).last().click();
		await page.getByText('Your parcel for order 4000001001 is on its way').last().waitFor();
		await shoot(page, '31-phone-answer');
	});
});
