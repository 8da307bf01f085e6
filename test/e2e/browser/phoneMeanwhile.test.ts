import type { Locator, Page } from 'playwright-core';
import { until } from '../../until';
import { hold, useFreshPage, useOwnSandbox } from '../support/phonePage';

/** What arrives while somebody is in the middle of something, or while the page reads what was there. */

const NUMBER = '+447700900001';
const OTHER = '+447700900002';
const sandbox = useOwnSandbox(50);
let page: Page;
useFreshPage(sandbox, { panel: false, width: 1600 }, (fresh) => {
	page = fresh;
});

const region = (number: string): Locator =>
	page.getByRole('region', { name: new RegExp(`\\${number}`) });
const phone = (): Locator => region(NUMBER);
const button = (name: string | RegExp) => phone().getByRole('button', { name });
const field = () => phone().getByLabel('Text message');
const news = () => phone().getByRole('status', { name: 'New messages' });
const log = (name: string | RegExp) => phone().getByRole('log', { name });
const say = (text: string, number = NUMBER) => sandbox.infobip(number, { type: 'TEXT', text });
const delivered = (number: string, count: number) =>
	until(async () => {
		const all = await sandbox.entries(number);
		return all.length === count && all.every(({ state }) => state === 'read');
	}, `${count} messages`);
const open = async () => {
	await page.goto(`${sandbox.url()}/?phone=${NUMBER}`);
	await page.getByText('Connected', { exact: true }).waitFor();
};
const besides = () =>
	page.getByRole('button', { name: `Open iPhone ${OTHER} beside the others` }).click();

test('what arrives while the page reads what was there is shown as well', async () => {
	const read = await hold(page, 'answer', '**/sandbox/phones/*/messages');
	await page.goto(`${sandbox.url()}/?phone=${NUMBER}`);
	await read.asked;
	// The page asks for the phones again soon after it heard of a message.
	const heard = page.waitForRequest('**/sandbox/phones');
	await say('Are you there yet?');
	await heard;
	read.release();
	await page.getByText('Connected', { exact: true }).waitFor();
	await log(/./).getByText('Are you there yet?').waitFor();
});

test('a phone that is opened later shows what came before as well', async () => {
	await say('The first', OTHER);
	await delivered(OTHER, 1);
	await open();
	await say('The second', OTHER);
	await page.getByRole('img', { name: '2 unread messages' }).waitFor();
	await besides();
	await region(OTHER).getByText('The second').waitFor();
	await region(OTHER).getByText('The first').waitFor();
});

test('a phone that is opened while everything is read again keeps what it shows', async () => {
	await say('Gone soon');
	await open();
	await log(/./).getByText('Gone soon').waitFor();
	const read = await hold(page, 'answer', '**/sandbox/phones/*0001/messages');
	await sandbox.call('POST', '/sandbox/reset');
	await read.asked;
	await say('Here to stay', OTHER);
	await delivered(OTHER, 1);
	await besides();
	await region(OTHER).getByRole('log').getByText('Here to stay').waitFor();
	read.release();
	await log(/./).getByText('Gone soon').waitFor({ state: 'detached' });
	await region(OTHER).getByRole('log').getByText('Here to stay').waitFor();
});

test('an answer that comes late puts nothing back', async () => {
	await open();
	const late = await hold(page, 'answer', '**/sandbox/phones');
	await say('The first', OTHER);
	await late.asked;
	await say('The second', OTHER);
	await page.getByRole('img', { name: '2 unread messages' }).waitFor();
	const answered = page.waitForEvent('requestfinished', (request) =>
		request.url().endsWith('/sandbox/phones'),
	);
	late.release();
	await answered;
	await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
	await page.getByRole('img', { name: '2 unread messages' }).waitFor();
});

test('who types stays in the conversation, and each keeps its draft', async () => {
	await say('Which size?');
	await open();
	await log('Messages with DemoShop').getByText('Which size?').waitFor();
	await field().fill('Size 4');
	await sandbox.conversation(NUMBER, { text: 'Your table is free.' });
	await news().getByText('Your table is free.').waitFor();
	await log('Messages with DemoShop').waitFor();
	await news().getByRole('button').click();
	await log(/./).getByText('Your table is free.').waitFor();
	expect(await field().inputValue()).toBe('');
	await button(/^All conversations/).click();
	await button(/DemoShop/).click();
	await log('Messages with DemoShop').waitFor();
	expect(await field().inputValue()).toBe('Size 4');
});

test('who fills in a form stays with it, and finds it again', async () => {
	const fields = [{ name: 'note', label: 'Note', type: 'TEXT' }];
	const submit = { text: 'Send it', postbackData: 'sent' };
	await sandbox.conversation(NUMBER, { form: { title: 'Anything else?', fields, submit } });
	await open();
	await phone().getByLabel('Note').fill('Ring twice');
	await say('On its way.');
	await news().getByText('On its way.').waitFor();
	expect(await phone().getByLabel('Note').inputValue()).toBe('Ring twice');
	await news().getByRole('button').click();
	await log('Messages with DemoShop').waitFor();
	await button(/^All conversations/).click();
	await button(/Anything else/).click();
	expect(await phone().getByLabel('Note').inputValue()).toBe('Ring twice');
});

test.each([
	['a sheet', 'DemoShop', 'Business info'],
	['the menu', 'Conversation menu', undefined],
])('%s stays that of its business', async (_, opener, title) => {
	await say('Which size?');
	await open();
	await button(opener).first().click();
	if (title !== undefined) await phone().getByRole('dialog', { name: title }).waitFor();
	await sandbox.conversation(NUMBER, { text: 'Your table is free.' });
	await phone().getByLabel('All conversations, 1 more').waitFor();
	if (title !== undefined) await phone().getByRole('dialog', { name: title }).waitFor();
	await page.keyboard.press('Escape');
	await news().getByText('Your table is free.').waitFor();
	await log('Messages with DemoShop').waitFor();
});

describe('the end of a conversation', () => {
	const scroller = '[role=log]';
	const long = async () => {
		for (let i = 0; i < 12; i += 1) await say(`Line ${i}\nand\nmore\nof\nit`);
		await delivered(NUMBER, 12);
		await open();
		await log(/./).getByText('Line 11').waitFor();
	};
	/** Lengths from the end, after the page has done what it had to do. */
	const fromEnd = (first: string) =>
		page.evaluate<number>(`new Promise((tell) => {
			const log = document.querySelector('${scroller}');
			${first};
			requestAnimationFrame(() => requestAnimationFrame(() =>
				tell(log.scrollHeight - log.scrollTop - log.clientHeight)));
		})`);

	test('lets go of who has just scrolled up, before any event told of it', async () => {
		await long();
		expect(await fromEnd('')).toBeLessThan(2);
		const draw = `const field = document.querySelector('[name=text]');
			field.value = 'x';
			field.dispatchEvent(new Event('input', { bubbles: true }))`;
		expect(await fromEnd(`log.scrollTop = 0; ${draw}`)).toBeGreaterThan(300);
	});

	test('is kept although it moved before a late event of scrolling', async () => {
		await long();
		const grow = `const last = log.lastElementChild;
			last.style.paddingBottom = '400px';
			log.dispatchEvent(new Event('scroll'));
			last.dispatchEvent(new Event('load'))`;
		expect(await fromEnd(grow)).toBeLessThan(2);
	});
});
