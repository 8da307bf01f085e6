import type { Locator, Page } from 'playwright-core';
import { useFreshPage, useOwnSandbox } from '../support/phonePage';

const NUMBER = '+447700900001';
const sandbox = useOwnSandbox(50);
let page: Page;
useFreshPage(sandbox, { panel: false }, (fresh) => {
	page = fresh;
});

const phone = (): Locator => page.getByRole('region', { name: new RegExp(`\\${NUMBER}`) });
const button = (name: string | RegExp) => phone().getByRole('button', { name });
const has = (locator: Locator) => locator.and(page.locator(':focus')).waitFor();
const press = async (locator: Locator) => {
	await locator.focus();
	await page.keyboard.press('Enter');
};
const chips = (...texts: string[]) =>
	texts.map((text) => ({ type: 'REPLY', text, postbackData: text }));
const say = (text: string, ...texts: string[]) =>
	sandbox.infobip(NUMBER, { type: 'TEXT', text, suggestions: chips(...texts) });
const open = async (text: string) => {
	await page.goto(`${sandbox.url()}/?phone=${NUMBER}`);
	await phone().getByText(text).waitFor();
};

test('after a chip the focus is where one writes', async () => {
	await say('Shall we send it?', 'Yes', 'No');
	await open('Shall we send it?');
	await press(button('Yes'));
	await button('No').waitFor({ state: 'detached' });
	await has(phone().getByLabel('Text message'));
});

test('a chip of the next message does not take the focus of one before', async () => {
	await say('Shall we send it?', 'Yes', 'No');
	await open('Shall we send it?');
	await button('Yes').focus();
	await say('Shall we cancel it?', 'Cancel it', 'Keep it');
	await button('Cancel it').waitFor();
	await has(phone().getByLabel('Text message'));
});

test('whoever left on purpose is not called back', async () => {
	await say('Shall we send it?', 'Yes');
	await open('Shall we send it?');
	await button('Yes').focus();
	const elsewhere = page.getByLabel('Add a phone');
	await elsewhere.focus();
	await say('Never mind.');
	await button('Yes').waitFor({ state: 'detached' });
	await has(elsewhere);
});

test('the focus goes along to the conversations and back to one', async () => {
	await say('Shall we send it?');
	await open('Shall we send it?');
	await press(button(/^All conversations/));
	await has(phone().getByRole('heading', { name: 'Messages' }));
	await page.keyboard.press('Tab');
	await has(button(/DemoShop/));
	await page.keyboard.press('Enter');
	await has(phone().getByLabel('Text message'));
});

test('the menu closes when the focus leaves it, in both directions', async () => {
	await say('Shall we send it?');
	await open('Shall we send it?');
	const menu = button('Conversation menu');
	await press(menu);
	for (let i = 0; i < 5; i += 1) await page.keyboard.press('Tab');
	await has(button('Business info'));
	await page.keyboard.press('Tab');
	await button('Business info').waitFor({ state: 'hidden' });
	expect(await menu.getAttribute('aria-expanded')).toBe('false');
	await press(menu);
	await button('Business info').waitFor();
	await page.keyboard.press('Shift+Tab');
	await button('Business info').waitFor({ state: 'hidden' });
});

test('what knocks from another conversation is read out, also over the list', async () => {
	await say('Shall we send it?');
	await open('Shall we send it?');
	const news = phone().getByRole('status', { name: 'New messages' });
	await news.waitFor({ state: 'attached' });
	expect(await news.textContent()).toBe('');
	await button(/^All conversations/).click();
	await button(/DemoShop/).click();
	await sandbox.conversation(NUMBER, { text: 'Your table is free.' });
	await news.getByText('Your table is free.').waitFor();
	await press(news.getByRole('button'));
	await phone().getByRole('log').getByText('Your table is free.').waitFor();
	await has(phone().getByLabel('Text message'));
	await button(/^All conversations/).click();
	await say('It is on its way.');
	await news.getByText('It is on its way.').waitFor();
});

test('cards are gone through as fast as keys are pressed', async () => {
	const contents = ['One', 'Two', 'Three', 'Four'].map((title) => ({ title, description: title }));
	await sandbox.infobip(NUMBER, { type: 'CAROUSEL', cardWidth: 'MEDIUM', contents });
	await open('1 of 4');
	await phone().getByRole('list', { name: '4 cards' }).focus();
	for (let i = 2; i <= 4; i += 1) {
		await page.evaluate(
			`window.begun = new Promise((done) => document.querySelector('.rcs-carousel').addEventListener('scroll', () => requestAnimationFrame(done), { once: true })); undefined`,
		);
		await page.keyboard.press('ArrowRight');
		// It has begun to scroll, and is not there yet.
		await page.evaluate('window.begun');
	}
	await phone().getByText('4 of 4').waitFor();
	await page.keyboard.press('ArrowLeft');
	await phone().getByText('3 of 4').waitFor();
});
