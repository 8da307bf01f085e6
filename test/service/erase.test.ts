import { asObject } from '../../core/json';
import { noteMessage } from '../../service/sending/noteMessage';
import { statementsOf } from '../../service/ledger/statements';
import { suppress } from '../../service/ledger/suppressed';
import { findSend } from '../../service/sending/sends';
import { fixedClock } from './support/fixedClock';
import { type TestDatabase, testDatabase } from './support/database';
import { tablesWith } from './support/everything';
import { startTestService, type TestService } from './support/world';

const NOW = '2020-01-30T12:00:00.000Z';
const EARLIER = '2020-01-29T12:00:00.000Z';
const phone = '+447700900123';
const message = { id: `m ${phone}`, to: phone, content: { kind: 'text', text: 'Hello' } } as const;
const neighbour = '+447700900124';
const hubspot = {
	crm: 'hubspot',
	baseUrl: 'http://127.0.0.1:9',
	auth: { kind: 'bearer', token: 'no-token-at-all' },
	sync: { pollSeconds: 0 },
};

let service: TestService;
const clock = fixedClock(NOW);

beforeEach(async () => {
	clock.set(NOW);
	const providers = {
		main: { provider: 'infobip', settings: { auth: { kind: 'apiKey', apiKey: 'a-key' } } },
	};
	service = await startTestService({ role: 'ingest', crms: { crm: hubspot }, providers }, clock);
});
afterEach(() => service.stop());

const sql = (text: string, values: unknown[] = []) => service.service.store.query(text, values);

async function tell(...statements: object[]): Promise<void> {
	const body = { statements: statements.map((one) => ({ phone, ...one })) };
	expect(await service.post('/v1/consent', body)).toMatchObject({ status: 200 });
}

async function erase(who = phone): Promise<object> {
	const { status, body } = await service.post('/v1/consent/erase', { phone: who });
	expect({ status, body }).toMatchObject({ status: 200 });
	return asObject(body);
}

async function check(more: object = {}): Promise<unknown> {
	const { body } = await service.post('/v1/consent/check', { checks: [{ phone, ...more }] });
	return asObject(body)['results'];
}

async function gate(more: object = {}): Promise<unknown> {
	const { body } = await service.post('/v1/gate', {
		requests: [{ id: 'a', phone, ...more }],
		settings: { quietHours: 'off' },
	});
	return asObject(body)['results'];
}

/** The tables that know people. */
const people = [
	...['dead_letters', 'events', 'forwards', 'messages', 'outbox', 'passes'],
	...['sends', 'statements', 'waits'],
].map((name) => `rcs.${name}`);

/** Something of a person in every table that knows people. */
async function fill(who: string): Promise<void> {
	const event = { provider: 'infobip', occurredAt: EARLIER, user: who };
	const digits = who.slice(1);
	await service.post('/v1/events', [
		{ ...event, eventId: `a ${who}`, type: 'message.delivered', messageId: `m ${who}` },
		{ ...event, eventId: `b ${who}`, type: 'user.optedIn', keyword: 'START' },
		{ ...event, eventId: `c ${who}`, user: undefined, type: 'message.read', messageId: `m ${who}` },
	]);
	await service.post('/v1/gate', { requests: [{ id: `m ${who}`, phone: who }] });
	await sql(
		"insert into rcs.messages (provider, message_id, phone, connection) values ('infobip', $1, $2, 'main')",
		[`m ${who}`, who],
	);
	await sql(
		`insert into rcs.sends (id, connection, phone, purpose, request_hash, request, status)
		values ($1, 'main', $2, 'marketing', 'hash', '{}', 'held')`,
		[`m ${who}`, who],
	);
	await sql(
		"insert into rcs.dead_letters (connection, phone, status, reasons) values ('crm', $1, 'failed', '[]')",
		[who],
	);
	await service.post('/v1/waits', {
		...{
			wait: `w ${who.slice(-2)}`,
			provider: 'infobip',
			phone: who,
			path: '/webhook-waiting/1/a',
		},
	});
	for (const [url, headers, body] of [
		[`/hook?to=${digits}`, '{}', ''],
		['/hook', JSON.stringify({ 'x-to': who }), ''],
		['/hook', '{}', `{"to":"${who}"}`],
		...[1, 2, 3].map((before) => {
			const inside = Buffer.from(`${'x'.repeat(before)}${who}","more":1}`).toString('base64');
			return ['/hook', '{}', `{"message":{"data":"${inside}"}}`];
		}),
	])
		await sql(
			`insert into rcs.forwards (connection, target, method, url, headers, body, received_at)
			values ('main', 'http://127.0.0.1:9', 'POST', $1, $2, $3, now())`,
			[url, headers, Buffer.from(body ?? '')],
		);
}

const tablesOf = (text: string) => tablesWith(service.service.store, text);

describe('POST /v1/consent/erase', () => {
	it('leaves nothing of a person, and others as they are', async () => {
		await fill(phone);
		await fill(neighbour);
		const digits = phone.slice(1);
		const filled = await tablesOf(digits);
		expect(filled).toEqual(people);
		expect(await erase()).toEqual({
			erased: {
				...{ events: 3, messages: 1, statements: 1, passes: 1, sends: 1, waits: 1 },
				...{ outbox: 2, deadLetters: 1, forwards: 6 },
			},
			optOutsKept: 0,
			stillToTell: [],
			unsureForwards: 0,
			remains: [
				'Records with this number in crm (HubSpot) keep what was written to them. Delete the person there.',
				'Infobip keeps messages by rules of its own. Ask it to delete them.',
				expect.stringContaining('n8n'),
			],
		});
		expect(await tablesOf(digits)).toEqual([]);
		expect(await tablesOf(neighbour.slice(1))).toEqual(people);
		const rest = await erase(neighbour);
		expect(rest).toMatchObject({ erased: { events: 3, outbox: 2, forwards: 6 } });
	});

	it('keeps waiting webhooks of others, whose numbers have the same digits in them', async () => {
		const bodies = [
			`{"from":"${phone}"}`,
			`{"from":"${phone}45"}`,
			`{"from":"+1${phone.slice(1)}"}`,
		];
		for (const body of bodies)
			await sql(
				`insert into rcs.forwards (connection, target, method, url, headers, body, received_at)
				values ('main', 'http://127.0.0.1:9', 'POST', '/', '{}', $1, now())`,
				[Buffer.from(body)],
			);
		expect(await erase()).toMatchObject({
			erased: { forwards: 1 },
			unsureForwards: 2,
			remains: expect.arrayContaining([expect.stringContaining('were kept: 2')]),
		});
		const left = await sql(
			"select convert_from(body, 'UTF8') as body from rcs.forwards order by id",
		);
		expect(left.map(({ body }) => body)).toEqual(bodies.slice(1));
	});

	it('is not undone by a message that is sent meanwhile', async () => {
		await fill(phone);
		const { store, accounts } = service.service;
		const send = await findSend(store, `m ${phone}`);
		const account = accounts.get('main');
		if (!send || !account) throw new Error('There is no message that is sent');
		await erase();
		await noteMessage(store, account, { ...send, request: { ...send.request, message } });
		expect(await tablesOf(phone.slice(1))).toEqual([]);
	});

	it('of somebody nobody knows is nothing', async () => {
		expect(await erase()).toMatchObject({ erased: { events: 0, statements: 0 }, optOutsKept: 0 });
	});

	it('keeps an opt-out in force, without the number', async () => {
		await tell(
			{ state: 'optedIn', occurredAt: EARLIER },
			{ state: 'optedOut', purpose: '*', source: 'keyword', occurredAt: EARLIER },
			{ state: 'optedOut', purpose: 'transactional', agent: 'A', occurredAt: EARLIER },
		);
		expect(await erase()).toMatchObject({ optOutsKept: 2 });
		expect(await tablesOf(phone.slice(1))).toEqual(['rcs.outbox']);
		await sql('delete from rcs.outbox');
		expect(await tablesOf(phone.slice(1))).toEqual([]);
		expect(await check()).toMatchObject([{ state: 'optedOut', source: 'keyword', since: EARLIER }]);
		expect(await check({ purpose: 'transactional' })).toMatchObject([{ state: 'optedOut' }]);
		expect(await check({ purpose: 'transactional', agent: 'B' })).toMatchObject([
			{ state: 'none' },
		]);
		expect(await gate()).toMatchObject([{ outcome: 'refused', rule: 'optedOut' }]);
		expect(await gate({ purpose: 'transactional' })).toMatchObject([{ rule: 'optedOut' }]);
		const [history, other] = await Promise.all(
			[phone, neighbour].map((who) => service.post('/v1/consent/history', { phone: who })),
		);
		expect(history?.body).toMatchObject({ statements: [{ state: 'optedOut' }, {}] });
		expect(other?.body).toMatchObject({ statements: [] });
	});

	it('keeps what was kept when the person is erased again', async () => {
		await tell({ state: 'optedOut', purpose: '*' });
		await erase();
		expect(await erase()).toMatchObject({ erased: { statements: 0 }, optOutsKept: 1 });
		expect(await check()).toMatchObject([{ state: 'optedOut' }]);
	});

	it('keeps the latest opt-out, whatever order they are kept in', async () => {
		await tell({ state: 'optedOut', purpose: '*', occurredAt: NOW });
		await erase();
		const [newer] = await statementsOf(service.service.store, [phone]).then(
			(known) => known.get(phone) ?? [],
		);
		if (!newer) throw new Error('The opt-out was not kept');
		await suppress(
			service.service.store,
			phone,
			[{ ...newer, occurredAt: EARLIER, recordedAt: EARLIER }],
			{},
		);
		expect(await check()).toMatchObject([{ state: 'optedOut', since: newer.occurredAt }]);
	});

	it('keeps an opt-out that a request for messages has not ended', async () => {
		for (const purpose of ['*', 'marketing'])
			await tell(
				{ state: 'optedOut', purpose, occurredAt: EARLIER },
				{ state: 'pending', purpose },
			);
		expect(await erase()).toMatchObject({ optOutsKept: 2 });
		expect(await check()).toMatchObject([{ state: 'optedOut' }]);
	});

	it('keeps nothing where the opt-out was over', async () => {
		await tell(
			{ state: 'optedOut', purpose: '*', occurredAt: EARLIER },
			{ state: 'optedIn', purpose: '*', source: 'form' },
		);
		expect(await erase()).toMatchObject({ optOutsKept: 0 });
		expect(await check()).toMatchObject([{ state: 'none' }]);
	});

	it('lets the person opt in anew, but neither an earlier opt-in nor an admin', async () => {
		await tell({ state: 'optedOut', purpose: '*' });
		await erase();
		await tell({ state: 'optedIn', purpose: '*', source: 'form', occurredAt: EARLIER });
		expect(await check()).toMatchObject([{ state: 'optedOut' }]);
		await tell({ state: 'optedIn', purpose: '*', origin: 'admin' });
		expect(await gate()).toMatchObject([{ outcome: 'refused', rule: 'optedOut' }]);
		await tell({ state: 'optedIn', purpose: '*', source: 'form' });
		expect(await gate()).toMatchObject([{ outcome: 'send' }]);
		const before = await check();
		await tell({ state: 'optedIn', purpose: '*', source: 'form', occurredAt: EARLIER });
		expect(await check()).toEqual(before);
	});

	it('undoes itself when it cannot be done to the end', async () => {
		await fill(phone);
		await sql('alter table rcs.dead_letters rename to away');
		const { status } = await service.post('/v1/consent/erase', { phone });
		expect(status).toBe(500);
		await sql('alter table rcs.away rename to dead_letters');
		expect(await erase()).toMatchObject({ erased: { statements: 1, events: 3 } });
		expect(service.failures.join()).not.toContain(phone.slice(1));
		expect(service.log.join()).not.toContain(phone.slice(1));
	});
});

describe('the key of what is kept', () => {
	it('is made once, and outlives the process', async () => {
		await service.stop();
		const database: TestDatabase = await testDatabase();
		const start = () => startTestService({ role: 'ingest', database: database.config }, clock);
		service = await start();
		await Promise.all(
			[phone, neighbour].map(async (who) => {
				await tell({ phone: who, state: 'optedOut' });
				await erase(who);
			}),
		);
		const secrets = await sql('select secret from rcs.secrets');
		expect(secrets).toHaveLength(1);
		await service.stop();
		service = await start();
		expect(await sql('select secret from rcs.secrets')).toEqual(secrets);
		for (const who of [phone, neighbour])
			expect(await check({ phone: who })).toMatchObject([{ state: 'optedOut' }]);
		await service.stop();
		database.remove();
		service = await startTestService({ role: 'ingest' });
	});
});
