import type { Browser, Page, Route } from 'playwright-core';
import { phoneOf, useSyncWorld } from '../service/support/syncWorld';
import { TOKEN } from '../service/support/world';
import { openBrowser, openPage } from './support/browser';

const [ann, bo] = [phoneOf(1), phoneOf(2)];
const REFRESH = '00:31';

const world = useSyncWorld({ linger: { min: 0, max: 0 } });
let browser: Browser;
let page: Page;

beforeAll(async () => {
	await world.start([]);
	const said = { provider: 'infobip', type: 'user.optedIn', channel: 'rcs' };
	const occurredAt = new Date(Date.now() - 3600_000).toISOString();
	await world.tell(
		{ ...said, eventId: 'ann', user: ann, messageId: 'one', occurredAt },
		{ ...said, eventId: 'bo', user: bo, messageId: 'two', occurredAt },
	);
	await world.healthIs('hubspot', { dead: 2, waiting: 0 });
	await world.healthIs('salesforce', { dead: 2, waiting: 0 });
	browser = await openBrowser();
});
beforeEach(async () => {
	page = await openPage(browser);
	await page.clock.install();
});
afterEach(async () => {
	await page.context().close();
	await noForwards();
});
afterAll(() => browser.close());

async function logIn() {
	await page.getByLabel('Token').fill(TOKEN);
	await page.getByRole('button', { name: 'Log In' }).click();
	await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
}
async function open() {
	await page.goto(world.service().url);
	await logIn();
	await page.getByText('Today', { exact: true }).waitFor();
}
const section = async (name: string) => {
	await page.getByRole('navigation').getByRole('link', { name }).click();
	await page.getByRole('heading', { level: 1, name }).waitFor();
};
const button = (name: string) => page.getByRole('button', { name });
const focused = () => page.locator(':focus');

/** Holds back the next answer at a path that the service gave already; gives what lets it through. */
async function holdNext(path: string): Promise<{ held: Promise<void>; letGo(): Promise<void> }> {
	let caught: (held: { route: Route; answer: Awaited<ReturnType<Route['fetch']>> }) => void;
	const one = new Promise<Parameters<typeof caught>[0]>((done) => (caught = done));
	await page.route(
		(url) => url.pathname === path,
		async (route) => caught({ route, answer: await route.fetch() }),
		{ times: 1 },
	);
	return {
		held: one.then(() => undefined),
		async letGo() {
			const { route, answer } = await one;
			const arrived = page.waitForResponse((response) => response.request() === route.request());
			await route.fulfill({ response: answer });
			await (await arrived).finished();
			await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
		},
	};
}

const forwards = (count: number) =>
	world.service().service.store.query(
		`insert into rcs.forwards (connection, target, method, url, headers, body, received_at, attempts, dead_reason)
		select 'main', 'https://n8n.example.com/webhook/' || i, 'POST', 'https://rcs.example.com/webhooks/main', '{}', '',
			now() - i * interval '1 minute', 40, 'The target answered 404.'
		from generate_series(1, ${count}) as i`,
	);
const noForwards = () => world.service().service.store.query('delete from rcs.forwards');

describe('what arrives late', () => {
	it('does not take the place of what was asked for later', async () => {
		await open();
		await forwards(1);
		const early = await holdNext('/v1/page/forwards');
		await section('Dead letters');
		await early.held;
		await noForwards();
		await page.clock.fastForward(REFRESH);
		const panel = page.locator('.card', { hasText: 'Webhooks that were not handed on' });
		await panel.getByText('None.').waitFor();
		await early.letGo();
		expect(await panel.getByText('None.').isVisible()).toBe(true);
	});

	it('does not bring back a person when another one was looked up', async () => {
		await open();
		await section('Consent');
		const lookUp = async (phone: string) => {
			await page.getByLabel('Phone number').fill(phone);
			await button('Look Up').click();
			await page.getByRole('heading', { name: phone }).waitFor();
		};
		await lookUp(ann);
		await page.getByLabel('Your name').fill('Front desk');
		const late = await holdNext('/v1/consent/history');
		await button('Opt Out').click();
		await late.held;
		await lookUp(bo);
		await late.letGo();
		expect(await page.getByRole('heading', { name: bo }).isVisible()).toBe(true);
	});

	it('does not end the session that somebody began meanwhile', async () => {
		await open();
		const late = await holdNext('/v1/page/failures');
		await page.context().clearCookies();
		await page.clock.fastForward(REFRESH);
		await late.held;
		await page.getByLabel('Token').waitFor();
		await logIn();
		await page.getByText('No provider is configured yet.').waitFor();
		await late.letGo();
		expect(await page.getByLabel('Token').count()).toBe(0);
	});
});

describe('a service that cannot be reached', () => {
	const gone = (path: string) =>
		page.route(
			(url) => url.pathname === path,
			(route) => route.abort(),
		);

	it('is asked again when the page was opened meanwhile', async () => {
		await gone('/v1/whoami');
		await page.goto(world.service().url);
		await page.getByText('The service cannot be reached.').waitFor();
		await page.unrouteAll();
		await page.clock.fastForward(REFRESH);
		await page.getByLabel('Token').waitFor();
	});

	it('has nobody believe that they are logged out', async () => {
		await open();
		await gone('/v1/page/logout');
		await button('Log Out').click();
		await page.getByText('The service cannot be reached.').waitFor();
		expect(await page.getByText('tries again by itself').count()).toBe(0);
		await page.unrouteAll();
		await button('Log Out').click();
		await page.getByLabel('Token').waitFor();
	});

	it('has recorded an opt-out although it could not tell the record', async () => {
		await open();
		await section('Consent');
		await page.getByLabel('Phone number').fill(bo);
		await button('Look Up').click();
		await page.getByLabel('Your name').fill('Front desk');
		await gone('/v1/consent/history');
		await button('Opt Out').click();
		await page.getByText('The opt-out is recorded, and on its way to the CRMs.').waitFor();
		await page.getByText('The service cannot be reached.').waitFor();
	});
});

describe('somebody at the keyboard', () => {
	it('stays where they are while they go through a long list', async () => {
		await forwards(250);
		await open();
		await section('Dead letters');
		const header = (i: number) =>
			page.getByRole('rowheader', { name: `https://n8n.example.com/webhook/${i}`, exact: true });
		await button('Older').focus();
		await page.keyboard.press('Enter');
		await header(150).waitFor();
		expect(await focused().textContent()).toBe('Older');
		await page.keyboard.press('Enter');
		await header(50).waitFor();
		expect(await focused().textContent()).toBe('Older');
		await button('Newer').focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await header(250).waitFor();
		expect(await focused().textContent()).toBe('Newer');
	});

	it('goes on through the kinds of dead letters with the arrows', async () => {
		await open();
		await section('Dead letters');
		await page.getByRole('radio', { name: 'All (4)' }).focus();
		await page.keyboard.press('ArrowRight');
		await page.getByText('There are none of these.').waitFor();
		await page.keyboard.press('ArrowRight');
		await page.getByRole('row', { name: ann }).first().waitFor();
		expect(await page.getByRole('radio', { name: 'No record (4)' }).isChecked()).toBe(true);
	});

	it('is back where they were when they do not discard after all, whatever is refreshed meanwhile', async () => {
		await open();
		await section('Dead letters');
		await page.getByRole('row', { name: ann }).first().getByRole('checkbox').check();
		await button('Discard Chosen …').focus();
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Discard 1 contact?' });
		await dialog.waitFor();
		const refreshed = page.waitForResponse(/dead-letters/);
		await page.clock.fastForward(REFRESH);
		await refreshed;
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await dialog.waitFor({ state: 'detached' });
		expect(await focused().textContent()).toBe('Discard Chosen …');
	});
});

describe('dead letters', () => {
	it('are sent once when the button is pressed twice', async () => {
		await open();
		await section('Dead letters');
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		const all = button('Replay All (4)');
		await all.evaluate((element: { click(): void }) => {
			element.click();
			element.click();
		});
		await page.getByText('4 contacts tried again.').waitFor();
		expect(asked.filter((url) => url.endsWith('/replay'))).toHaveLength(1);
		await world.healthIs('hubspot', { dead: 2, waiting: 0 });
		await world.healthIs('salesforce', { dead: 2, waiting: 0 });
	});

	it('say that they are discarded when none is left', async () => {
		await open();
		await section('Dead letters');
		await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
		await button('Discard Chosen …').click();
		await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
		await page.getByText('4 contacts discarded.').waitFor();
		await page.getByText('None. Every contact was written.').waitFor();
	});
});
