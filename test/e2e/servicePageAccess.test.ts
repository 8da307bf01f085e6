import type { Browser, Page } from 'playwright-core';
import { phoneOf, useSyncWorld } from '../service/support/syncWorld';
import { TOKEN } from '../service/support/world';
import { findings } from './support/axe';
import { openBrowser, openPage } from './support/browser';
import { themes } from './support/phonePage';

const [ann, bo, stranger] = [phoneOf(1), phoneOf(2), phoneOf(3)];
const world = useSyncWorld({ linger: { min: 0, max: 0 } });
let browser: Browser;

beforeAll(async () => {
	await world.start([ann, bo]);
	await world.tell(
		...of(ann, 'one', ['message.sent', 'message.delivered', 'user.optedIn']),
		...of(bo, 'two', ['message.sent', 'message.failed'], {
			error: { category: 'notReachable', message: 'No RCS here', code: '42' },
		}),
		...of(stranger, 'three', ['message.sent', 'user.optedOut'], { keyword: 'STOP', text: 'Stop' }),
	);
	await world.healthIs('hubspot', { dead: 1, waiting: 0 });
	await world.healthIs('salesforce', { dead: 1, waiting: 0 });
	await world.service().service.store.query(
		`insert into rcs.forwards (connection, target, method, url, headers, body, received_at, attempts, dead_reason)
		values ('main', 'https://n8n.example.com/webhook/1', 'POST', 'https://rcs.example.com/webhooks/main', '{}', '',
			now(), 40, 'The target answered 404.')`,
	);
	browser = await openBrowser();
});
afterAll(() => browser.close());

const of = (user: string, messageId: string, types: readonly string[], more: object = {}) =>
	types.map((type, minute) => ({
		...{ eventId: `${messageId}-${minute}`, provider: 'infobip', type, user, messageId },
		...{ occurredAt: new Date(Date.now() - (60 - minute) * 60_000).toISOString() },
		...{ channel: 'rcs', campaignId: 'autumn', ...more },
	}));

/** The sections, each with something that is there only once its data is. */
const sections = [
	['Overview', 'Opt-outs'],
	['Campaigns', 'autumn'],
	['Channels', 'Day by day'],
	['Failures', 'The phone cannot receive RCS'],
	['CRM sync', 'Last written'],
	['Dead letters', 'The target answered 404.'],
	['Consent', 'Look a person up'],
	['Messages', 'Look messages up'],
] as const;

describe.each(themes)('the page in %s', (theme) => {
	const open = async (): Promise<Page> => {
		const page = await openPage(browser, theme);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(world.service().url);
		return page;
	};
	const logIn = async (page: Page, token: string) => {
		await page.getByLabel('Token').fill(token);
		await page.getByRole('button', { name: 'Log In' }).click();
	};

	let page: Page;
	beforeAll(async () => {
		page = await open();
		await logIn(page, TOKEN);
		await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
	});
	beforeEach(() => page.setViewportSize({ width: 1280, height: 860 }));
	afterAll(() => page.context().close());

	const section = async (name: string) => {
		await page.getByRole('navigation').getByRole('link', { name }).click();
		await page.getByRole('heading', { level: 1, name }).waitFor();
	};
	const lookUp = async (label: string, query: string) => {
		await page.getByLabel(label).fill(query);
		await page.getByRole('button', { name: 'Look Up' }).click();
	};

	it('can be logged in to by everybody, also after a wrong token', async () => {
		const login = await open();
		await login.getByLabel('Token').waitFor();
		expect(await findings(login)).toEqual([]);
		await logIn(login, 'not-a-token-of-this-service');
		await login.getByText('This token is not known here.').waitFor();
		expect(await findings(login)).toEqual([]);
		await login.context().close();
	});

	it.each(sections)('can be read by everybody: %s', async (name, shows) => {
		await section(name);
		await page.getByRole('main').getByText(shows).filter({ visible: true }).first().waitFor();
		expect(await findings(page)).toEqual([]);
		await page.setViewportSize({ width: 390, height: 844 });
		expect(await findings(page)).toEqual([]);
	});

	it("can be read by everybody: a person's consent, and what asks before it erases", async () => {
		await section('Consent');
		await lookUp('Phone number', stranger);
		await page.getByText('Holds now', { exact: true }).waitFor();
		expect(await findings(page)).toEqual([]);
		await page.getByRole('button', { name: 'Erase …' }).click();
		await page.getByRole('dialog').waitFor();
		expect(await findings(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
	});

	it('can be read by everybody: a message that failed', async () => {
		await section('Messages');
		await lookUp('Message id or phone number', 'two');
		await page.getByRole('article', { name: 'Message two' }).getByText('No RCS here').waitFor();
		expect(await findings(page)).toEqual([]);
		await lookUp('Message id or phone number', 'no-such-message');
		await page.getByText('No message was found.').waitFor();
		expect(await findings(page)).toEqual([]);
	});
});
