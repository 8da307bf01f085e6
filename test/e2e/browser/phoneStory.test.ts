import type { Browser, Locator, Page, Route } from 'playwright-core';
import { useReceiver } from '../../sandbox/world';
import { until } from '../../until';
import { openBrowser, shoot } from '../support/browser';
import { openPhonePage, useOwnSandbox } from '../support/phonePage';

const NUMBER = '+447700900001';
const sandbox = useOwnSandbox(10);
const receiver = useReceiver();

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
	browser = await openBrowser();
	({ page, complaints } = await openPhonePage(browser));
	const credentials = { secretKey: 'secret', algorithm: 'HMAC_SHA_512' };
	await sandbox.call(
		'POST',
		'/infobip/subscriptions/1/subscription/RCS',
		{
			subscriptionId: 'all',
			events: ['DELIVERY', 'SEEN', 'INBOUND_MESSAGE', 'SUGGESTION'],
			profile: {
				profileId: 'p',
				webhook: { notifyUrl: receiver.url('/hook') },
				security: { authId: 'a', type: 'HMAC', credentials },
			},
		},
		{ authorization: 'App sandbox-infobip-key' },
	);
	await page.goto(`${sandbox.url()}/?phone=${NUMBER}`);
});
afterAll(() => browser.close());

const phone = (): Locator => page.getByRole('region', { name: new RegExp(`\\${NUMBER}`) });
const button = (name: string | RegExp) => phone().getByRole('button', { name });
const sheet = (name: string) => phone().getByRole('dialog', { name });
const demo = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).click();

const turn = async (name: string, to: boolean) => {
	await phone().getByRole('switch', { name }).click();
	await phone().getByRole('switch', { name, checked: to }).waitFor();
};

/** Does what the phone has a few words to say to: they are looked for before they can be gone. */
const toasts = async (words: string, act: () => Promise<void>) => {
	const shown = phone().getByText(words).waitFor();
	await Promise.all([shown, act()]);
};

/** What the phone did last. */
const did = (fits: object) =>
	until(async () => {
		const last = (await sandbox.entries(NUMBER)).findLast(({ type }) => type === 'inbound');
		try {
			expect(last).toMatchObject(fits);
			return true;
		} catch {
			return false;
		}
	}, JSON.stringify(fits));

const middleOf = async (locator: Locator): Promise<number> => {
	const box = await locator.boundingBox();
	return box ? box.x + box.width / 2 : NaN;
};

test('an empty phone says what to do, and its button sends the first message', async () => {
	await phone().getByText('No messages yet').waitFor();
	await page.route('**/infobip/rcs/2/messages', (route) => route.abort(), { times: 1 });
	await button('Send a Demo Message').click();
	await phone()
		.getByRole('alert')
		.getByText(/^Not sent: /)
		.waitFor();
	await button('Send a Demo Message').click();
	await phone().getByRole('group', { name: 'Your order is on its way' }).waitFor();
	await phone().getByText('Read').waitFor();
});

test('a carousel is swiped with buttons and arrow keys, and a button on a card opens the browser', async () => {
	await demo('Forgotten cart');
	await phone().getByText('1 of 3').waitFor();
	await button('Next card').click();
	await phone().getByText('2 of 3').waitFor();
	await phone().getByRole('list', { name: '3 cards' }).focus();
	await page.keyboard.press('ArrowRight');
	await phone().getByText('3 of 3').waitFor();
	const lamp = phone().getByRole('group', { name: /^Desk lamp/ });
	await lamp.getByRole('button', { name: 'View' }).click();
	await sheet('Browser').getByText('https://shop.example/lamp').waitFor();
	await did({ kind: 'action', text: 'View', postbackData: 'open_lamp' });
	const link = sheet('Browser').getByRole('link', { name: 'Open in New Tab' });
	expect(await link.getAttribute('href')).toBe('https://shop.example/lamp');
	await shoot(page, '60-phone-browser');
	await page.keyboard.press('Escape');
	await sheet('Browser').waitFor({ state: 'detached' });
	// The focus is back where it was.
	expect(await page.evaluate('document.activeElement.textContent')).toBe('View');
});

test('a card that was chosen comes to the middle, though the focus stops the way there', async () => {
	const cards = phone().getByRole('list', { name: '3 cards' });
	await cards.evaluate((list) => {
		list.addEventListener('scroll', () => list.focus(), { once: true });
	});
	await button('Previous card').click();
	await phone().getByText('2 of 3').waitFor();
	await until(
		async () =>
			Math.abs((await middleOf(cards)) - (await middleOf(cards.locator('> *').nth(1)))) < 3,
		'the second card in the middle',
	);
	await page.keyboard.press('ArrowLeft');
	await phone().getByText('1 of 3').waitFor();
});

test('a button that leads no further keeps the focus', async () => {
	await button('Next card').focus();
	await page.keyboard.press('Enter');
	await phone().getByText('2 of 3').waitFor();
	await page.keyboard.press('Enter');
	await phone().getByText('3 of 3').waitFor();
	await page.keyboard.press('Enter');
	expect(await button('Next card').getAttribute('aria-disabled')).toBe('true');
	expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Next card');
	await phone().getByText('3 of 3').waitFor();
});

test('a chip answers, and only the last message has chips', async () => {
	// More than one would be refused.
	await phone().getByRole('group', { name: 'Suggestions' }).waitFor();
	await button('Check out').click();
	await did({ kind: 'reply', text: 'Check out', postbackData: 'checkout' });
	await phone().getByRole('group', { name: 'Suggestions' }).waitFor({ state: 'detached' });
});

test('what is typed arrives, and is delivered once its webhook was taken', async () => {
	await phone().getByLabel('Text message').fill('Is size 43 there?');
	await page.keyboard.press('Enter');
	await did({ kind: 'text', text: 'Is size 43 there?' });
	await phone()
		.getByText(/^Delivered /)
		.waitFor();
});

test('the place is shared only after the person agreed', async () => {
	await demo('A fitting in the shop');
	await button('Find the closest shop').click();
	await sheet('Share your location?').waitFor();
	await did({ kind: 'text' });
	await sheet('Share your location?').getByRole('button', { name: 'Send Location' }).click();
	await did({ kind: 'location', location: { latitude: 51.4779, longitude: -0.0015 } });
	await phone().getByText('Shared a place').waitFor();
});

test('an entry goes into the calendar', async () => {
	await button('Add to calendar').click();
	await sheet('New event').getByText('Fitting at DemoShop').waitFor();
	await shoot(page, '61-phone-calendar');
	await toasts('Saved in the calendar: Fitting at DemoShop', () =>
		sheet('New event').getByRole('button', { name: 'Save' }).click(),
	);
	await did({ kind: 'action', text: 'Add to calendar', postbackData: 'fitting:calendar' });
});

test('a number is dialled and a place is on the map', async () => {
	await demo('Parcel on its way');
	await button('Call us').nth(1).click();
	await sheet('Phone').getByText('+441632960000').waitFor();
	await did({ kind: 'action', text: 'Call us' });
	await sheet('Phone').getByRole('button', { name: 'Close' }).click();
	await demo('A question');
	await button('Find our shop').click();
	await sheet('Map').getByText('51.4779, -0.0015').waitFor();
	await did({ kind: 'action', text: 'Find our shop' });
	await page.keyboard.press('Escape');
	await sheet('Map').waitFor({ state: 'detached' });
});

test('the phone lists its conversations, and goes back to one', async () => {
	await button(/^All conversations/).click();
	const chats = phone().getByRole('listitem');
	await phone().getByRole('heading', { name: 'Messages' }).waitFor();
	expect(await chats.count()).toBe(2);
	await chats.getByRole('button', { name: /DemoShop/ }).click();
	await phone().getByRole('log', { name: 'Messages with DemoShop' }).waitFor();
});

test('STOP, unsubscribing, blocking and reporting are in the menu', async () => {
	const choose = async (name: string) => {
		await button('Conversation menu').click();
		await button(name).click();
	};
	await choose('Send STOP');
	await did({ kind: 'text', text: 'STOP', agent: { id: 'DemoShop' } });
	await choose('Unsubscribe');
	await did({ kind: 'unsubscribe', agent: { id: 'DemoShop' } });
	await choose('Report as spam');
	await sheet('Report DemoShop as spam?').getByRole('button', { name: 'Report and Block' }).click();
	await page.getByText('RCS, blocks a sender').waitFor();
	await demo('Parcel on its way');
	await phone()
		.getByText('RCS not delivered: this phone blocks the sender, so it went by SMS.')
		.waitFor();
	await choose('Unblock sender');
	await page.getByText('RCS, blocks a sender').waitFor({ state: 'detached' });
	await choose('Business info');
	await sheet('Business info').getByText('infobip').waitFor();
	await page.keyboard.press('Escape');
	await sheet('Business info').waitFor({ state: 'detached' });
});

test('offline, messages wait; back online, they arrive', async () => {
	await phone().getByRole('switch', { name: 'Phone is online' }).click();
	await phone().getByText('Offline.').waitFor();
	await demo('Forgotten cart');
	await phone().getByText('Offline: 1 message waits for this phone.').waitFor();
	await phone().getByRole('switch', { name: 'Phone is online' }).click();
	await phone().getByText('1 of 3').last().waitFor();
	await phone()
		.getByText(/^Offline/)
		.waitFor({ state: 'detached' });
});

test('in airplane mode nothing leaves the phone, and what was typed stays', async () => {
	await phone().getByRole('switch', { name: 'Airplane mode' }).click();
	await phone().getByText('In airplane mode.').waitFor();
	const before = (await sandbox.entries(NUMBER)).length;
	const field = phone().getByLabel('Text message');
	await field.fill('Are you there?');
	await toasts('The phone is in airplane mode: nothing leaves it', () => field.press('Enter'));
	await until(async () => (await field.inputValue()) === 'Are you there?', 'what was typed');
	expect(await sandbox.entries(NUMBER)).toHaveLength(before);
	await phone().getByRole('switch', { name: 'Airplane mode' }).click();
	await field.press('Enter');
	await did({ kind: 'text', text: 'Are you there?' });
	await until(async () => (await field.inputValue()) === '', 'an empty field');
});

test('without RCS the SMS fallback arrives in a bubble of its own', async () => {
	await turn('RCS is on', false);
	await demo('Parcel on its way');
	await phone().getByText('RCS not delivered: this phone has no RCS, so it went by SMS.').waitFor();
	const sms = phone().locator('[data-channel=sms]').last();
	await sms.getByText('DemoShop: there is news.').waitFor();
	await turn('RCS is on', true);
	await until(async () => {
		const { type, channel, state } = (await sandbox.entries(NUMBER)).at(-1) ?? {};
		return [type, channel, state].join() === 'message,SMS,delivered';
	}, 'the SMS to be delivered');
	await shoot(page, '62-phone-sms');
});

test('the inspector shows the request, the answer, the signed webhooks and the states', async () => {
	await button('Inspect').last().click();
	const panel = page.getByRole('tabpanel', { name: 'Message' });
	const states = panel.getByRole('list', { name: 'States' });
	await states.getByText('RCS · notReachable · falls back to SMS').waitFor();
	await states.getByText('Delivered').waitFor();
	const request = panel.getByRole('region', { name: 'Request body' });
	await request.getByText('"title": "Your order is on its way"').waitFor();
	await panel.getByRole('region', { name: 'Answer body' }).getByText('PENDING').first().waitFor();
	expect(await panel.textContent()).not.toContain('sandbox-infobip-key');
	await panel.locator('summary', { hasText: 'DELIVERY' }).last().click();
	await panel.getByText('X-Infobip-Signature').first().waitFor();
	await panel.getByText('The receiver answered 200: it took the webhook.').waitFor();
	await shoot(page, '63-phone-inspector');
	await page.getByRole('tab', { name: 'Traffic' }).click();
	const traffic = page.getByRole('tabpanel', { name: 'Traffic' });
	await traffic.locator('summary', { hasText: '/subscriptions/1/subscription/RCS' }).waitFor();
});

test('phones stand side by side, and a new one is set up', async () => {
	await page.getByRole('button', { name: 'Open iPhone +447700900002 beside the others' }).click();
	await page.getByLabel('Add a phone').fill('07700 900123');
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await page.getByText('Write the number with its country code').waitFor();
	await page.getByLabel('Add a phone').fill('+44 7700 900123');
	await page.keyboard.press('Enter');
	await page.getByRole('region', { name: /\+447700900123/ }).waitFor();
	await page.waitForURL(/phone=%2B447700900123/);
	await page.getByRole('button', { name: 'Close Added phone' }).click();
	await page.getByRole('region', { name: /\+447700900123/ }).waitFor({ state: 'detached' });
	// More than one would be refused.
	await page.getByRole('region', { name: /\+4477009/ }).waitFor();
});

test('on a narrow screen there is the list or a phone', async () => {
	await page.getByRole('button', { name: 'Hide the panel' }).first().click();
	await page.setViewportSize({ width: 390, height: 780 });
	await button('All phones').click();
	await page.getByRole('heading', { name: 'Phones' }).waitFor();
	await shoot(page, '64-phone-narrow-list');
	await page.getByRole('button', { name: /^Android phone/ }).click();
	await phone().getByLabel('Text message').waitFor();
	await shoot(page, '65-phone-narrow');
	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
});

test('a lost sandbox is told, with what to do', async () => {
	await page.setViewportSize({ width: 1440, height: 900 });
	// The page tries again by itself: that try is held, so that the one asked for is what connects it.
	const tries: Route[] = [];
	await page.route('**/sandbox/events', (route) =>
		tries.push(route) === 1 ? route.abort() : undefined,
	);
	await page.reload();
	await page.getByRole('alert').getByText('The sandbox does not answer.').waitFor();
	await shoot(page, '66-phone-lost');
	await until(() => tries.length === 2, 'the page to try again');
	await page.getByRole('button', { name: 'Try Again' }).click();
	const asked = await until(() => tries[2], 'the try that was asked for');
	await asked.continue();
	await page.getByText('Connected', { exact: true }).waitFor();
	expect(complaints).toEqual([]);
});
