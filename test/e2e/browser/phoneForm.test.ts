import type { Browser, Page } from 'playwright-core';
import { openBrowser, shoot } from '../support/browser';
import { openPhonePage, useOwnSandbox } from '../support/phonePage';

const NUMBER = '+447700900001';
const sandbox = useOwnSandbox(10);

describe('a form on the phone', () => {
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser();
		({ page } = await openPhonePage(browser));
		await page.goto(`${sandbox.url()}/?phone=${NUMBER}`);
		await page.getByRole('button', { name: /^Another delivery day/ }).click();
	});
	afterAll(async () => {
		await browser.close();
	});

	const form = () => page.getByRole('form', { name: 'When shall we deliver?' }).last();

	it('is filled in while it is marked as read, and asks for what is required', async () => {
		await form().getByLabel('Note for the driver').focus();
		await page.locator('.entry', { has: form() }).locator('.meta.read').waitFor();
		await page.keyboard.type('Ring twice');
		await form().getByRole('button', { name: 'Change delivery' }).click();
		expect(await form().locator('input[name=day]:invalid').count()).toBe(1);
		expect(await form().getByLabel('Time').isEnabled()).toBe(true);
	});

	it('is submitted once, and what was submitted shows in the chat', async () => {
		await form().getByLabel('Day').fill('2030-02-01');
		await form().getByLabel('Time').selectOption('Morning');
		await form().getByRole('button', { name: 'Change delivery' }).click();
		const answers = page.getByLabel('Submitted form').last();
		await answers.waitFor();
		expect((await answers.innerText()).split('\n')).toEqual([
			...['Day', '2030-02-01', 'Time', 'Morning', 'Note for the driver', 'Ring twice'],
		]);
		const submitted = form().getByRole('button', { name: 'Submitted' });
		expect(await submitted.isDisabled()).toBe(true);
		await shoot(page, '32-phone-form');
	});

	it('stands in a conversation that has a picture to send, and a menu to leave it', async () => {
		await page.getByRole('button', { name: 'Attach' }).click();
		await page.getByRole('button', { name: 'Send a picture: parcel' }).click();
		await page.getByRole('button', { name: 'parcel.svg' }).last().waitFor();
		await page.getByLabel('Conversation menu').click();
		await page.getByRole('button', { name: 'Unsubscribe' }).click();
		await page.getByText('Unsubscribed in the menu').last().waitFor();
		await page.getByLabel('Conversation menu').click();
		await page.getByRole('button', { name: 'Subscribe', exact: true }).click();
		await page.getByText('Subscribed in the menu').last().waitFor();
		const said = (await sandbox.entries(NUMBER)).filter(({ type }) => type === 'inbound');
		expect(said.map(({ kind }) => kind)).toEqual(['form', 'file', 'unsubscribe', 'subscribe']);
	});
});
