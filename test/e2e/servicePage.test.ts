import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { phoneOf, useSyncWorld } from '../service/support/syncWorld';
import { TOKEN } from '../service/support/world';
import { openBrowser, openPage, shoot } from './support/browser';

const [ann, bo, stranger] = [phoneOf(1), phoneOf(2), phoneOf(3)];

const world = useSyncWorld({ linger: { min: 0, max: 0 } });
let browser: Browser;
let page: Page;
/** What the browser complained about. */
const complaints: string[] = [];

beforeAll(async () => {
	await world.start([ann, bo]);
	browser = await openBrowser();
	page = await openPage(browser);
	page.on('pageerror', (error) => complaints.push(error.message));
	page.on('console', (message) => {
		if (/content security policy/i.test(message.text())) complaints.push(message.text());
	});
});
afterAll(() => browser.close());

const at = (minute: number) => new Date(Date.now() - (60 - minute) * 60_000).toISOString();
let told = 0;
const tell = (user: string, messageId: string, types: readonly string[], more: object = {}) =>
	world.tell(
		...types.map((type, minute) => {
			told += 1;
			return {
				...{ eventId: `page-${told}`, provider: 'infobip', type, user, messageId },
				...{ occurredAt: at(minute), channel: 'rcs', campaignId: 'autumn', ...more },
			};
		}),
	);

const section = async (name: string) => {
	await page.getByRole('navigation').getByRole('link', { name }).click();
	await page.getByRole('heading', { level: 1, name }).waitFor();
};
const row = (name: string) => page.getByRole('row', { name });

test('a wrong token is told so, and the right one opens the page', async () => {
	await page.goto(world.service().url);
	await page.getByLabel('Token').fill('not-a-token-of-this-service');
	await page.getByRole('button', { name: 'Log In' }).click();
	await page.getByText('This token is not known here.').waitFor();
	await page.getByLabel('Token').fill(TOKEN);
	await page.getByLabel('Token').press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
	await page.getByText('No event has arrived yet.').waitFor();
	await page.getByText('No provider is configured yet.').waitFor();
	const stored = await page.evaluate('document.cookie + JSON.stringify({ ...sessionStorage })');
	expect(stored).toBe('{}');
	await shoot(page, '50-page-empty');
});

test('a funnel shows how far the messages of a campaign came', async () => {
	await tell(ann, 'one', ['message.sent', 'message.delivered', 'message.read', 'message.replied']);
	await tell(bo, 'two', ['message.sent', 'message.failed'], {
		error: { category: 'notReachable', message: 'No RCS here', code: '42' },
	});
	await world.drained('hubspot');
	await section('Campaigns');
	await page.getByRole('combobox', { name: 'Campaign' }).selectOption('autumn');
	expect(page.url()).toContain('#/campaigns?range=7d&campaign=');
	const funnel = page.getByRole('table', { name: 'How far messages came' });
	const step = async (name: string, ...figures: string[]) => {
		const words = new RegExp(`^${[name, ...figures].join('.* ')}$`);
		await funnel.getByRole('row', { name: words }).waitFor();
	};
	await step('Sent', '2', '100 %');
	await step('Replied', '1', '50.0 %');
	await step('Failed', '1', '50.0 %');
	await shoot(page, '51-page-campaigns');
	await section('Failures');
	await row('The phone cannot receive RCS “No RCS here”').waitFor();
});

test('a CRM whose access has ended says what to do, and goes on after that', async () => {
	await world.crms().hubspot('PUT', '/key', { expired: true });
	await tell(ann, 'three', ['message.sent']);
	await world.healthIs('hubspot', { paused: 'reauth' });
	await section('CRM sync');
	const card = page.getByRole('article', { name: 'hubspot' });
	await card.getByText('Access has ended').waitFor();
	await card.getByText('config.crms.hubspot.auth').waitFor();
	expect(await card.textContent()).not.toMatch(/n8n|credential/i);
	await shoot(page, '52-page-paused');
	await world.crms().hubspot('PUT', '/key', { expired: false });
	await card.getByRole('button', { name: 'Try Again' }).click();
	await world.drained('hubspot');
	await section('Overview');
	await card.getByText('Up to date').waitFor();
});

test('a dead letter says why, and is written after a replay', async () => {
	await tell(stranger, 'four', ['message.sent', 'message.delivered']);
	await world.healthIs('hubspot', { dead: 1 });
	await section('Dead letters');
	await page.getByRole('radio', { name: /^No record \([12]\)/ }).check();
	const letter = row(stranger).filter({ hasText: 'hubspot' });
	await letter.getByText('Enter it on a record and replay it').waitFor();
	await shoot(page, '53-page-dead-letters');
	const contacts = [{ lastname: 'Stranger', phone: stranger }];
	await world.crms().hubspot('POST', '/contacts', { contacts });
	await letter.getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Replay Chosen' }).first().click();
	await page.getByText('1 contact tried again.').waitFor();
	// Replayed, it is dead no more, and waits until it is written.
	await world.healthIs('hubspot', { dead: 0, waiting: 0 });
	expect(await world.crms().inHubspot(stranger)).toMatchObject({ rcs_delivered_count: '1' });
	await letter.waitFor({ state: 'detached' });
});

test('long lists are gone through both ways, and what was chosen is discarded', async () => {
	const { store } = world.service().service;
	await store.query(
		`insert into rcs.forwards (connection, target, method, url, headers, body, received_at, attempts, dead_reason)
		select 'main', 'https://n8n.example.com/webhook/' || i, 'POST', 'https://rcs.example.com/webhooks/main', '{}', '',
			now() - i * interval '1 minute', 40, 'The target answered 404.'
		from generate_series(1, 250) as i`,
	);
	await page.reload();
	const panel = page.locator('.card', { hasText: 'Webhooks that were not handed on' });
	const pages = panel.getByRole('group', { name: 'Pages' });
	const first = () => panel.getByRole('rowheader').first().textContent();
	const go = async (way: string, to: string) => {
		await pages.getByRole('button', { name: way }).click();
		await panel.getByRole('rowheader', { name: to, exact: true }).waitFor();
	};
	const target = (i: number) => `https://n8n.example.com/webhook/${i}`;
	await panel.getByText('Replay All (250)').waitFor();
	expect(await first()).toBe(target(250));
	await go('Older', target(150));
	await go('Older', target(50));
	expect(await pages.getByRole('button', { name: 'Older' }).isDisabled()).toBe(true);
	await go('Newer', target(150));
	await go('Newer', target(250));
	expect(await pages.getByRole('button', { name: 'Newer' }).isDisabled()).toBe(true);
	await row(target(250)).getByRole('checkbox').check();
	await row(target(249)).getByRole('checkbox').check();
	await panel.getByRole('button', { name: 'Discard Chosen …' }).click();
	const dialog = page.getByRole('dialog', { name: 'Discard 2 webhooks?' });
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await panel.getByRole('button', { name: 'Discard Chosen …' }).click();
	await dialog.getByRole('button', { name: 'Discard' }).click();
	await panel.getByText('2 webhooks discarded.').waitFor();
	expect(await first()).toBe(target(248));
	expect(await store.query('select count(*) as count from rcs.forwards')).toEqual([{ count: 248 }]);
	await store.query('delete from rcs.forwards');
});

test('consent is looked up, an opt-out is recorded, and nothing of it is in the address', async () => {
	await tell(bo, 'five', ['user.optedOut'], { keyword: 'STOP', text: 'Stop it' });
	await section('Consent');
	await page.getByLabel('Phone number').fill(bo.replace('+44', '+44 '));
	await page.getByRole('button', { name: 'Look Up' }).click();
	await page.getByText('Opted out', { exact: true }).first().waitFor();
	await page.getByText('Stop it', { exact: true }).waitFor();
	expect(page.url()).not.toContain('0900002');
	await shoot(page, '54-page-consent');
	await page.getByLabel('Phone number').fill(ann);
	await page.getByRole('button', { name: 'Look Up' }).click();
	await page.getByText('Nobody stated anything about this number.').waitFor();
	await page.getByLabel('Your name').fill('Front desk');
	await page.getByRole('button', { name: 'Opt Out' }).click();
	await page.getByText('The opt-out is recorded, and on its way to the CRMs.').waitFor();
	await page.getByText('Entered by').waitFor();
});

test('the record of a person is saved as a file', async () => {
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export the Record' }).click();
	const file = await saved;
	expect(file.suggestedFilename()).toBe('consent-record.json');
	const record = await readFile(await file.path(), 'utf8');
	expect(record).toContain('Front desk');
	await page.getByText('The record was saved as consent-record.json.').waitFor();
});

test('a person is erased only when the number was typed', async () => {
	await page.getByRole('button', { name: 'Erase …' }).click();
	const dialog = page.getByRole('dialog');
	const erase = dialog.getByRole('button', { name: 'Erase' });
	expect(await erase.isDisabled()).toBe(true);
	await dialog.getByRole('textbox').fill(ann);
	await erase.click();
	await page.getByText('The opt-out stays in force.').waitFor();
	await section('Messages');
	await page.getByLabel('Message id or phone number').fill('one');
	await page.getByRole('button', { name: 'Look Up' }).click();
	await page.getByText('No message was found.').waitFor();
	await page.getByLabel('Message id or phone number').fill(bo);
	await page.getByRole('button', { name: 'Look Up' }).click();
	await page.getByRole('article', { name: 'Message two' }).getByText('No RCS here').waitFor();
});

test('long names of campaigns break, and words read from the side their letters do', async () => {
	const campaignId = 'autumnsale'.repeat(8);
	const text = '\u05e2\u05e6\u05d5\u05e8 (1) STOP';
	await tell(bo, 'long', ['message.sent', 'user.optedOut'], { campaignId, keyword: 'STOP', text });
	await world.drained('hubspot');
	await page.setViewportSize({ width: 1280, height: 800 });
	await section('Campaigns');
	const link = page.getByRole('link', { name: campaignId });
	const wide = page.getByRole('group').filter({ has: link });
	await link.waitFor();
	expect(await wide.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
	await page.setViewportSize({ width: 360, height: 740 });
	await link.click();
	const title = page.getByRole('heading', { name: campaignId });
	await title.waitFor();
	expect(await title.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
	await section('Consent');
	await page.getByLabel('Phone number').fill(bo);
	await page.getByRole('button', { name: 'Look Up' }).click();
	const said = page.getByText(text);
	await said.waitFor();
	expect(await said.evaluate((one) => one.matches(':dir(rtl)'))).toBe(true);
});

test('every section fits a narrow screen, and keys are enough to get there', async () => {
	await page.setViewportSize({ width: 360, height: 740 });
	const links = page.getByRole('navigation').getByRole('link');
	for (const link of await links.all()) {
		await link.focus();
		await page.keyboard.press('Enter');
		await page.locator(`nav a[href="${await link.getAttribute('href')}"][aria-current]`).waitFor();
		await page.locator('main .card, main .empty').first().waitFor();
		await page.getByText('Loading …').first().waitFor({ state: 'detached' });
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
	}
});

test('after the log-out nothing is shown any more', async () => {
	await page.getByRole('button', { name: 'Log Out' }).click();
	await page.getByLabel('Token').waitFor();
	await page.goto(`${world.service().url}/#/consent`);
	await page.reload();
	await page.getByLabel('Token').waitFor();
	expect(complaints).toEqual([]);
});
