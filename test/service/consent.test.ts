import { asArray, asObject } from '../../core/json';
import { fixedClock } from './support/fixedClock';
import { stranger } from './support/stranger';
import { startTestService, type TestService, TOKEN } from './support/world';

const NOW = '2020-01-31T12:00:00.000Z';
const EARLIER = '2020-01-30T12:00:00.000Z';
const LATER = '2020-01-31T11:00:00.000Z';
const crm = {
	crm: 'hubspot',
	baseUrl: 'http://127.0.0.1:9',
	auth: { kind: 'bearer', token: 'no-token-at-all' },
	sync: { pollSeconds: 0 },
};
const others = {
	events: 'a-token-for-events-only',
	send: 'a-token-for-sending-only',
};

let service: TestService;
const clock = fixedClock(NOW);

beforeAll(async () => {
	const config = {
		role: 'ingest',
		crms: { crm },
		tokens: [
			{ name: 'tests', token: TOKEN },
			{ name: 'events', token: others.events, may: ['events'] },
			{ name: 'send', token: others.send, may: ['send'] },
		],
	};
	service = await startTestService(config, clock);
});
afterAll(() => service.stop());

async function tell(...statements: object[]): Promise<object[]> {
	const { status, body } = await service.post('/v1/consent', { statements });
	expect({ status, body }).toMatchObject({ status: 200 });
	return asArray(asObject(body)['results']).map(asObject);
}

async function check(...checks: object[]): Promise<object[]> {
	const { body } = await service.post('/v1/consent/check', { checks });
	return asArray(asObject(body)['results']).map(asObject);
}

const outbox = (phone: string) =>
	service.service.store.query('select item, urgent from rcs.outbox where phone = $1', [phone]);

describe('POST /v1/consent', () => {
	it('records what a person said, and tells what holds', async () => {
		const phone = stranger();
		const proof = { text: 'Yes, send me offers', language: 'en', url: 'https://example.com/form' };
		const told = { phone, state: 'optedIn', level: 'double', source: 'form', occurredAt: EARLIER };
		const [result] = await tell({ ...told, proof });
		expect(result).toEqual({
			id: expect.any(String),
			recorded: true,
			consent: {
				...{ phone, agent: '*', purpose: 'marketing', state: 'optedIn', since: EARLIER },
				...{ source: 'form', level: 'double', statementId: asObject(result)['id'] },
			},
		});
		const { body } = await service.post('/v1/consent/history', { phone });
		expect(body).toMatchObject({ statements: [{ proof, occurredAt: EARLIER, origin: 'person' }] });
	});

	it('knows numbers as people write them', async () => {
		await tell({ phone: 'tel:+44 (0) 7700 900999', state: 'optedIn' });
		expect(await check({ phone: '00447700900999' })).toMatchObject([
			{ phone: '+447700900999', state: 'optedIn' },
		]);
	});

	it('records the same once: with an id, and with the time at which it was said', async () => {
		const phone = stranger();
		const timed = { phone, state: 'optedIn', occurredAt: EARLIER };
		const named = { phone, state: 'optedOut', id: `id of ${phone}` };
		expect(await tell(timed, named, timed)).toMatchObject([
			{ recorded: true },
			{ recorded: true },
			{ recorded: false },
		]);
		expect(await tell(named, timed)).toMatchObject([{ recorded: false }, { recorded: false }]);
		const shifted = '2020-01-30T13:00:00+01:00';
		expect(await tell({ ...timed, occurredAt: shifted })).toMatchObject([{ recorded: false }]);
		expect(await tell({ ...timed, origin: 'person' })).toMatchObject([{ recorded: true }]);
	});

	it('does not lose an opt-out by an id that was used for something else', async () => {
		const [a, b] = [stranger(), stranger()];
		const id = `id of ${a}`;
		await tell({ phone: a, state: 'optedOut', id });
		const again = await service.post('/v1/consent', {
			statements: [
				{ phone: b, state: 'optedIn' },
				{ phone: b, state: 'optedOut', id },
			],
		});
		expect(again).toMatchObject({
			status: 409,
			body: { error: { problems: [{ path: 'body.statements.1.id' }] } },
		});
		expect(await check({ phone: b })).toMatchObject([{ state: 'none' }]);
	});

	it.each([
		['person', { phone: '+447700900998' }],
		['agent', { agent: 'DemoShop' }],
		['purpose', { purpose: 'newsletter' }],
		['state', { state: 'optedIn' }],
		['time', { occurredAt: LATER }],
		['origin', { origin: 'admin' }],
	])('takes an id that comes again with another %s for one used twice', async (_, other) => {
		const phone = stranger();
		const told = { phone, state: 'optedOut', purpose: '*', id: `id of ${phone}` };
		const dated = { ...told, occurredAt: EARLIER };
		await tell(dated);
		expect(
			await service.post('/v1/consent', { statements: [{ ...dated, ...other }] }),
		).toMatchObject({
			status: 409,
			body: { error: { problems: [{ path: 'body.statements.0.id' }] } },
		});
		expect(await tell(dated, told)).toMatchObject([{ recorded: false }, { recorded: false }]);
	});

	it('loses no second opt-out of a record by the id of its first', async () => {
		const phone = stranger();
		const optOut = { phone, state: 'optedOut', id: `contact of ${phone}` };
		await tell({ ...optOut, occurredAt: EARLIER });
		await tell({ phone, state: 'optedIn', source: 'form', occurredAt: LATER });
		const again = { ...optOut, occurredAt: NOW };
		const { status, body } = await service.post('/v1/consent', { statements: [again] });
		expect({ status, error: asObject(body)['error'] }).toMatchObject({
			status: 409,
			error: { message: expect.stringContaining('another statement') as string },
		});
		expect(await tell({ ...again, id: `next of ${phone}` })).toMatchObject([
			{ consent: { state: 'optedOut' } },
		]);
	});

	it('takes an opt-out that names no purpose for one from all marketing, and an opt-in for one to marketing', async () => {
		const phone = stranger();
		await tell({ phone, state: 'optedIn', purpose: '*', source: 'keyword', occurredAt: EARLIER });
		expect(await tell({ phone, state: 'optedOut', occurredAt: LATER })).toMatchObject([
			{ consent: { purpose: '*', state: 'optedOut' } },
		]);
		expect(await check({ phone }, { phone, purpose: 'newsletter' })).toMatchObject([
			{ purpose: 'marketing', state: 'optedOut' },
			{ purpose: 'newsletter', state: 'optedOut' },
		]);
		const requests = [
			{ id: `a ${phone}`, phone, purpose: 'newsletter' },
			{ id: `b ${phone}`, phone, purpose: 'transactional', traffic: 'promotion' },
			{ id: `c ${phone}`, phone, purpose: 'transactional' },
		];
		const { body } = await service.post('/v1/gate', { requests, dryRun: true });
		expect(body).toMatchObject({
			results: [{ rule: 'optedOut' }, { rule: 'optedOut' }, { outcome: 'send' }],
		});
		const [optIn] = await tell({ phone, state: 'optedIn', source: 'form' });
		expect(optIn).toMatchObject({ consent: { purpose: 'marketing', state: 'optedIn' } });
		expect(await check({ phone, purpose: 'newsletter' })).toMatchObject([{ state: 'optedOut' }]);
	});

	it('takes an opt-out from one purpose for what it says', async () => {
		const phone = stranger();
		await tell({ phone, state: 'optedIn', purpose: '*' });
		await tell({ phone, state: 'optedOut', purpose: 'newsletter' });
		expect(await check({ phone }, { phone, purpose: 'newsletter' })).toMatchObject([
			{ state: 'optedIn' },
			{ state: 'optedOut' },
		]);
	});

	it('goes to the CRMs, opt-outs first, once', async () => {
		const phone = stranger();
		const statements = [
			{ phone, state: 'optedIn', id: `in ${phone}`, occurredAt: EARLIER },
			{ phone, state: 'optedOut', id: `out ${phone}` },
		];
		await tell(...statements);
		await tell(...statements);
		expect(await outbox(phone)).toEqual([
			{ item: `statement:in ${phone}`, urgent: false },
			{ item: `statement:out ${phone}`, urgent: true },
		]);
		const waiting = await service.service.queues.counts();
		expect(waiting).toContainEqual(expect.objectContaining({ queue: 'sync', waiting: 1 }));
	});

	it('does not believe a clock that is ahead', async () => {
		const phone = stranger();
		await tell({ phone, state: 'optedIn', occurredAt: '2999-01-01T00:00:00Z' });
		const { body } = await service.post('/v1/consent/history', { phone });
		const [{ recordedAt } = {}] = asArray(asObject(body)['statements']).map(asObject);
		expect(await check({ phone })).toMatchObject([{ state: 'optedIn', since: recordedAt }]);
		await tell({ phone, state: 'optedOut' });
		expect(await check({ phone })).toMatchObject([{ state: 'optedOut' }]);
	});

	it('does not lose an opt-out by a clock of the database that was put back', async () => {
		const phone = stranger();
		await tell({ phone, state: 'optedIn', source: 'form' });
		await service.service.store.query(
			`update rcs.statements set occurred_at = occurred_at + interval '1 hour',
				recorded_at = recorded_at + interval '1 hour' where phone = $1`,
			[phone],
		);
		await tell({ phone, state: 'optedOut' });
		expect(await check({ phone })).toMatchObject([{ state: 'optedOut' }]);
	});

	it('does not lose an opt-out by a clock that is behind', async () => {
		const [dated, undated] = [stranger(), stranger()];
		const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
		const optIn = { state: 'optedIn', source: 'form', occurredAt: minutesAgo(10) };
		clock.set(minutesAgo(0));
		await tell({ phone: dated, ...optIn }, { phone: undated, ...optIn });
		clock.set(minutesAgo(60));
		await tell({ phone: dated, state: 'optedOut', occurredAt: minutesAgo(5) });
		await tell({ phone: undated, state: 'optedOut' });
		expect(await check({ phone: dated }, { phone: undated })).toMatchObject([
			{ state: 'optedOut' },
			{ state: 'optedOut' },
		]);
	});

	it.each<[string, object, string]>([
		['no number', { state: 'optedIn' }, 'phone is missing'],
		[
			'a number of no country',
			{ phone: '07700 900777', state: 'optedIn' },
			'phone must be a phone',
		],
		['a state nobody knows', { phone: '+447700900777', state: 'yes' }, 'state must be'],
		[
			'a source nobody knows',
			{ phone: '+447700900777', state: 'optedIn', source: 'x' },
			'source must be',
		],
		[
			'a time that is none',
			{ phone: '+447700900777', state: 'optedIn', occurredAt: '2030-02-30T00:00:00Z' },
			'occurredAt must be a time',
		],
		[
			'an empty purpose',
			{ phone: '+447700900777', state: 'optedIn', purpose: '' },
			'purpose is empty',
		],
		[
			'a typing mistake',
			{ phone: '+447700900777', state: 'optedIn', purpos: 'news' },
			'purpos is not a known field',
		],
		[
			'proof of another kind',
			{ phone: '+447700900777', state: 'optedIn', proof: { picture: 'x' } },
			'proof.picture is not a known field',
		],
	])('names what is wrong: %s', async (_name, statement, message) => {
		const answer = await service.post('/v1/consent', { statements: [statement] });
		expect(answer).toMatchObject({
			status: 400,
			body: { error: { message: expect.stringContaining(`body.statements.0.${message}`) } },
		});
		expect(JSON.stringify(answer.body)).not.toMatch(/7700 ?900777/);
	});

	it('takes all or nothing, and no more than 1000', async () => {
		const phone = stranger();
		const good = { phone, state: 'optedIn' };
		const bad = await service.post('/v1/consent', { statements: [good, { ...good, state: 'no' }] });
		expect(bad.status).toBe(400);
		const many = { statements: Array.from({ length: 1001 }, () => good) };
		expect((await service.post('/v1/consent', many)).status).toBe(400);
		expect(await check({ phone })).toMatchObject([{ state: 'none' }]);
	});
});

describe('POST /v1/consent/check', () => {
	it('counts what was said to all agents and about all marketing', async () => {
		const phone = stranger();
		await tell(
			{ phone, state: 'optedIn', agent: 'A', purpose: 'news', occurredAt: EARLIER },
			{ phone, state: 'optedOut', purpose: '*', occurredAt: LATER },
			{ phone, state: 'optedIn', agent: 'B', purpose: 'news', origin: 'person' },
			{ phone, state: 'optedIn', purpose: 'transactional', occurredAt: EARLIER },
		);
		const states = await check(
			{ phone, agent: 'A', purpose: 'news' },
			{ phone, agent: 'B', purpose: 'news' },
			{ phone, agent: 'B' },
			{ phone, purpose: 'transactional' },
			{ phone: stranger() },
		);
		expect(states.map((one) => asObject(one)['state'])).toEqual([
			...['optedOut', 'optedIn', 'optedOut', 'optedIn', 'none'],
		]);
	});

	it('answers 1000 in their order', async () => {
		const [known, unknown] = [stranger(), stranger()];
		await tell({ phone: known, state: 'optedIn' });
		const checks = Array.from({ length: 1000 }, (_, i) => ({ phone: i % 3 ? unknown : known }));
		const results = await check(...checks);
		expect(results.map((one) => asObject(one)['phone'])).toEqual(checks.map(({ phone }) => phone));
		expect(results.filter((one) => asObject(one)['state'] === 'optedIn')).toHaveLength(334);
	});
});

describe('POST /v1/consent/history', () => {
	it('gives what holds for each purpose, and everything that was said, the newest first', async () => {
		const phone = stranger();
		await tell(
			{ phone, state: 'optedIn', occurredAt: EARLIER, id: `1 ${phone}` },
			{
				...{ phone, state: 'optedOut', purpose: 'marketing', occurredAt: LATER },
				id: `2 ${phone}`,
			},
			{ phone, state: 'optedIn', purpose: 'news', agent: 'A', id: `3 ${phone}` },
		);
		const { body } = await service.post('/v1/consent/history', { phone });
		expect(body).toMatchObject({
			phone,
			consents: [
				{ agent: '*', purpose: 'marketing', state: 'optedOut' },
				{ agent: 'A', purpose: 'news', state: 'optedIn' },
			],
			statements: [{ id: `3 ${phone}` }, { id: `2 ${phone}` }, { id: `1 ${phone}` }],
		});
	});

	it('of a stranger says that nobody said anything', async () => {
		const phone = stranger();
		const { body } = await service.post('/v1/consent/history', { phone });
		const consents = [{ phone, agent: '*', purpose: 'marketing', state: 'none' }];
		expect(body).toMatchObject({ phone, consents, statements: [] });
	});
});

describe('tokens', () => {
	const addresses: [string, object][] = [
		['/v1/consent', { statements: [{ phone: '+447700900777', state: 'optedIn' }] }],
		['/v1/consent/check', { checks: [{ phone: '+447700900001' }] }],
		['/v1/consent/history', { phone: '+447700900001' }],
		['/v1/consent/export', { phone: '+447700900001' }],
		['/v1/consent/erase', { phone: '+447700900001' }],
		['/v1/gate', { requests: [{ id: 'a', phone: '+447700900001' }] }],
		['/v1/gate/release', { ids: ['a'] }],
	];

	it.each(addresses)('%s is for those who may', async (path, body) => {
		const wrong = [`${TOKEN}x`, TOKEN.slice(1), TOKEN.toUpperCase(), 'null'];
		for (const token of wrong) expect((await service.post(path, body, token)).status).toBe(401);
		const own = path.startsWith('/v1/gate') ? 'send' : 'consent';
		for (const token of own === 'send' ? [others.events] : Object.values(others))
			expect(await service.post(path, body, token)).toMatchObject({
				status: 403,
				body: { error: { category: 'permission', message: expect.stringContaining(`"${own}"`) } },
			});
		const none = await fetch(`${service.url}${path}`, {
			method: 'POST',
			body: JSON.stringify(body),
		});
		expect(none.status).toBe(401);
	});

	it('are asked for before a body is read', async () => {
		expect((await service.post('/v1/consent/erase', 'nonsense', 'wrong')).status).toBe(401);
	});

	it('leave nothing behind that was not allowed', async () => {
		expect(await check({ phone: '+447700900001' })).toMatchObject([{ phone: '+447700900001' }]);
		const rows = await service.service.store.query(
			"select 1 from rcs.passes where id = 'a' and phone = '+447700900001'",
		);
		expect(rows).toEqual([]);
	});
});
