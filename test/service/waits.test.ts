import { asObject } from '../../core/json';
import { fixedClock } from './support/fixedClock';
import { stranger } from './support/stranger';
import { startTestService, type TestService } from './support/world';

const NOW = '2026-11-23T12:00:00.000Z';
const provider = 'infobip';
const clock = fixedClock(NOW);
let service: TestService;
let events = 0;

beforeAll(async () => {
	const may = (name: string, ...what: string[]) => ({
		name,
		token: `a-token-that-${name}-only`,
		may: what,
	});
	const tokens = [{ name: 'tests', token: 'a-token-for-tests-only' }];
	service = await startTestService(
		{ role: 'ingest', tokens: [...tokens, may('sends', 'send'), may('tells', 'events')] },
		clock,
	);
});
afterAll(() => service.stop());
beforeEach(() => clock.set(NOW));

async function post(path: string, body: object): Promise<Record<string, unknown>> {
	const answer = await service.post(path, body);
	expect(answer).toMatchObject({ status: 200 });
	return { ...asObject(answer.body) };
}

const pathOf = (wait: string) => `/webhook-waiting/1/node?wait=${wait}`;

async function ask(phone: string, wait: string, more: object = {}): Promise<void> {
	await post('/v1/waits', { wait, provider, phone, path: pathOf(wait), ...more });
}

interface Claimed {
	eventId: string;
	outcome?: unknown;
}

async function write(phone: string, word: string | undefined, more: object = {}): Promise<Claimed> {
	events += 1;
	const eventId = `event-${events}`;
	const said = { provider, phone, eventId, ...(word === undefined ? {} : { word }), ...more };
	return { eventId, ...(await post('/v1/waits/claim', said)) };
}

const settle = async (wait: string, eventId: string, outcome: string, more: object = {}) =>
	(await post('/v1/waits/settle', { wait, eventId, outcome, ...more }))['tell'];
const isOver = async (wait: string) => (await post('/v1/waits/over', { wait }))['over'];

const claimed = (wait: string) => ({ outcome: 'claimed', wait, path: pathOf(wait) });

describe('a text', () => {
	it('answers the latest question that it fits', async () => {
		const phone = stranger();
		await ask(phone, 'first');
		await ask(phone, 'second', { words: ['yes', 'no'] });
		await ask(stranger(), 'of somebody else');
		expect(await write(phone, 'tomorrow')).toMatchObject(claimed('first'));
		expect(await write(phone, 'yes')).toMatchObject(claimed('second'));
		expect(await write(phone, 'yes')).toMatchObject({ outcome: 'none' });
	});

	it('answers only what was asked over the same provider, by the same agent', async () => {
		const phone = stranger();
		await ask(phone, 'by a shop', { agent: 'Shop' });
		expect(await write(phone, 'yes', { provider: 'seven' })).toMatchObject({ outcome: 'none' });
		expect(await write(phone, 'yes', { agent: 'Bank' })).toMatchObject({ outcome: 'none' });
		expect(await write(phone, 'yes', { agent: 'Shop' })).toMatchObject(claimed('by a shop'));
	});

	it('is given to one of many callers at the same moment', async () => {
		const phone = stranger();
		await ask(phone, 'contested');
		const all = await Promise.all(Array.from({ length: 8 }, () => write(phone, 'yes')));
		expect(all.filter(({ outcome }) => outcome === 'claimed')).toHaveLength(1);
	});

	it('is no answer after the time limit: late for a day, then of no interest', async () => {
		const phone = stranger();
		await ask(phone, 'short', { until: '2026-11-23T13:00:00Z' });
		clock.set('2026-11-23T13:00:01Z');
		const late = await write(phone, 'yes');
		expect(late).toMatchObject({ outcome: 'closed', wait: 'short' });
		expect(await settle('short', late.eventId, 'late')).toBe(true);
		expect(await settle('short', 'another', 'late')).toBe(false);
		clock.set('2026-11-24T13:00:01Z');
		expect(await write(phone, 'yes')).toMatchObject({ outcome: 'none' });
	});

	it('is a new matter after an answer, unless it is a word of the choices', async () => {
		const phone = stranger();
		await ask(phone, 'open question');
		const { eventId } = await write(phone, 'tomorrow');
		await settle('open question', eventId, 'answered');
		expect(await write(phone, 'thanks')).toMatchObject({ outcome: 'none' });
		await ask(phone, 'yes or no', { words: ['yes', 'no'] });
		await settle('yes or no', 'a tap', 'answered');
		expect(await write(phone, 'thanks')).toMatchObject({ outcome: 'none' });
		expect(await write(phone, 'no')).toMatchObject({ outcome: 'closed', wait: 'yes or no' });
	});
});

it('a text is not late while another question is open, for which it may be meant', async () => {
	const phone = stranger();
	await ask(phone, 'answered before', { words: ['yes'] });
	await settle('answered before', 'a tap', 'answered');
	await ask(phone, 'still open', { words: ['tuesday'] });
	expect(await write(phone, 'yes')).toMatchObject({ outcome: 'none' });
	await settle('still open', 'another tap', 'answered');
	expect(await write(phone, 'yes')).toMatchObject({ outcome: 'closed', wait: 'answered before' });
});

describe('a claim', () => {
	it('is over when the answer did not get through, or when nobody says what became of it', async () => {
		const phone = stranger();
		await ask(phone, 'again');
		const first = await write(phone, 'yes');
		expect(await write(phone, 'yes')).toMatchObject({ outcome: 'none' });
		await settle('again', 'somebody else', 'open');
		expect(await write(phone, 'yes')).toMatchObject({ outcome: 'none' });
		await settle('again', first.eventId, 'open');
		expect(await write(phone, 'yes')).toMatchObject(claimed('again'));
		clock.set('2026-11-23T12:00:31Z');
		expect(await write(phone, 'yes')).toMatchObject(claimed('again'));
	});

	it('without a word takes every question of somebody who opted out, one by one', async () => {
		const phone = stranger();
		await ask(phone, 'one', { words: ['yes'] });
		await ask(phone, 'two');
		expect(await write(phone, undefined)).toMatchObject(claimed('two'));
		expect(await write(phone, undefined)).toMatchObject(claimed('one'));
		expect(await write(phone, undefined)).toMatchObject({ outcome: 'none' });
	});
});

it('the event that was the answer is never told that it is late, and another one once', async () => {
	await settle('answered', 'tap-1', 'answered');
	const told = [];
	for (const event of ['tap-1', 'tap-2', 'tap-3'])
		told.push(await settle('answered', event, 'late'));
	expect(told).toEqual([false, true, false]);
});

it('nobody who opted out is told, nor of a question that is over, with the answer for whoever opted out', async () => {
	const phone = stranger();
	const optedOut = { eventId: 'a STOP', provider, type: 'user.optedOut', occurredAt: NOW };
	expect(await settle('asked before', 'tap', 'late', { phone })).toBe(true);
	await post('/v1/events', { events: [{ ...optedOut, user: phone, agent: 'Shop' }] });
	expect(await settle('of a shop', 'tap', 'late', { phone, agent: 'Shop' })).toBe(false);
	expect(await settle('of anybody', 'tap', 'late', { phone })).toBe(false);
	expect(await settle('ended by a STOP', 'a STOP', 'over')).toBe(false);
	expect(await settle('ended by a STOP', 'tap', 'late')).toBe(false);
});

it('a question is over when it is answered, or its time', async () => {
	const phone = stranger();
	await ask(phone, 'for an hour', { until: '2026-11-23T13:00:00Z' });
	await ask(phone, 'for ever');
	expect([await isOver('for an hour'), await isOver('for ever'), await isOver('unknown')]).toEqual([
		...[false, false, false],
	]);
	clock.set('2026-11-23T13:00:00Z');
	await settle('for ever', 'tap', 'answered');
	expect([await isOver('for an hour'), await isOver('for ever')]).toEqual([true, true]);
});

it('an event that several processes hear of is the answer in one, and is known to be in the others', async () => {
	const phone = stranger();
	await ask(phone, 'heard twice', { words: ['yes'] });
	const event = { eventId: 'heard by two' };
	const both = await Promise.all([1, 2].map(() => write(phone, 'yes', event)));
	expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['claimed', 'underWay']);
	await settle('heard twice', event.eventId, 'answered');
	expect(await write(phone, 'yes', event)).toMatchObject({ outcome: 'taken' });
	expect(await write(phone, 'yes')).toMatchObject({ outcome: 'closed' });
});

it.each([
	['Cancel', 'none'],
	['STOP', 'optedOut'],
	['Quit', 'optedOut'],
])(
	'%s after a question with chips such as Cancel counts as %s in the ledger',
	async (text, state) => {
		const phone = stranger();
		await ask(phone, `may be cancelled ${text}`, { words: ['confirm', 'cancel', 'stop'] });
		const event = { eventId: `says ${text}`, provider, type: 'user.optedOut', occurredAt: NOW };
		const body = { events: [{ ...event, user: phone, text, keyword: text.toUpperCase() }] };
		expect(await post('/v1/events', { ...body, consumer: 'trigger' })).toMatchObject({
			askedIndexes: [0],
		});
		const checks = [{ phone }];
		expect(await post('/v1/consent/check', { checks })).toMatchObject({ results: [{ state }] });
		const named = { isNamed: true, eventId: `says ${text}` };
		if (text === 'Cancel')
			expect(await write(phone, 'cancel', named)).toMatchObject({ outcome: 'claimed' });
		await ask(phone, `openly ${text}`);
		expect(await write(phone, 'quit', { isNamed: true })).toMatchObject({ outcome: 'none' });
	},
);

it('whoever hands events on is told which are of people who were asked', async () => {
	const phone = stranger();
	await ask(phone, 'asked');
	const said = (type: string, user: string, more: object = {}) => {
		events += 1;
		return { eventId: `told-${events}`, provider, type, occurredAt: NOW, user, ...more };
	};
	const body = {
		events: [
			said('message.received', stranger(), { text: 'Hello' }),
			said('message.received', phone, { text: 'Hello' }),
			said('message.replied', phone, { text: 'Yes', postbackData: 'a tap' }),
			said('message.read', phone),
			said('user.optedOut', phone),
		],
	};
	expect(await post('/v1/events', { ...body, consumer: 'trigger' })).toMatchObject({
		askedIndexes: [1, 4],
	});
	expect(await post('/v1/events', body)).toMatchObject({ askedIndexes: [] });
});

it('tokens do what they are for', async () => {
	const phone = stranger();
	const wait = { wait: 'w', provider, phone, path: '/a' };
	const claim = { provider, phone, eventId: 'e', word: 'yes' };
	const settled = { wait: 'w', eventId: 'e', outcome: 'answered' };
	const statuses = [];
	for (const token of ['a-token-that-sends-only', 'a-token-that-tells-only'])
		for (const [path, body] of Object.entries({
			...{ '': wait, '/claim': claim, '/settle': settled, '/over': { wait: 'w' } },
		}))
			statuses.push((await service.post(`/v1/waits${path}`, body, token)).status);
	expect(statuses).toEqual([200, 403, 403, 403, 403, 200, 200, 200]);
});

it('a question that leads to another place than a path is refused', async () => {
	const body = { wait: 'x', provider, phone: stranger(), path: 'https://evil.example.com/' };
	expect((await service.post('/v1/waits', body)).status).toBe(400);
});
