import { asArray, asObject } from '../../core/json';
import { trafficTypes } from '../../core/message/types';
import { fixedClock } from './support/fixedClock';
import { stranger } from './support/stranger';
import { startTestService, type TestService } from './support/world';

const NOON = '2026-11-23T12:00:00.000Z';
const NIGHT = '2026-11-23T22:00:00.000Z';
const MORNING = '2026-11-24T08:00:00.000Z';

let service: TestService;
const clock = fixedClock(NOON);

beforeAll(async () => {
	const purposes = {
		'*': { caps: [{ max: 4, hours: 24 }] },
		marketing: { caps: [{ max: 3, hours: 24 }] },
		news: { caps: [{ max: 3, hours: 1 }] },
		open: { quietHours: 'off' },
		evening: { quietHours: { own: { from: '08:00', to: '23:30' } } },
		parcels: { kind: 'transactional', transactional: { consent: 'optIn', caps: true } },
		' Codes ': { kind: 'transactional' },
		late: {
			kind: 'transactional',
			transactional: { quietHours: true },
			quietHours: { own: { from: '13:00', to: '24:00', replace: true } },
		},
	};
	const tokens = ['tests', 'others'].map((name) => ({ name, token: `a-token-for-${name}-only` }));
	service = await startTestService({ purposes, tokens }, clock);
});
afterAll(() => service.stop());
beforeEach(() => clock.set(NOON));

async function somebody(...statements: object[]): Promise<string> {
	const phone = stranger();
	const told = statements.length > 0 ? statements : [{ state: 'optedIn', purpose: '*' }];
	const body = { statements: told.map((one) => ({ phone, ...one })) };
	expect((await service.post('/v1/consent', body)).status).toBe(200);
	return phone;
}

/** The answers of the gate, in words: the outcome, and what stopped the message. */
async function ask(requests: object[], how: object = {}): Promise<string[]> {
	const { status, body } = await service.post('/v1/gate', { requests, ...how });
	expect({ status, body }).toMatchObject({ status: 200 });
	return asArray(asObject(body)['results']).map((one) => {
		const { outcome, rule, holdUntil } = asObject(one);
		return [outcome, rule, holdUntil].filter(Boolean).join(' ');
	});
}

describe('consent', () => {
	it.each<[string, object[], object, string]>([
		['a request that waits for its confirmation', [{ state: 'pending' }], {}, 'refused pending'],
		['agreed to all marketing', [{ state: 'optedIn', purpose: '*' }], {}, 'send'],
		['agreed to marketing', [{ state: 'optedIn' }], { purpose: 'news' }, 'refused notOptedIn'],
		[
			'agreed to another agent',
			[{ state: 'optedIn', agent: 'A' }],
			{ agent: 'B' },
			'refused notOptedIn',
		],
		['agreed to this agent', [{ state: 'optedIn', agent: 'A' }], { agent: 'A' }, 'send'],
		['a code', [{ state: 'optedOut', purpose: '*' }], { purpose: 'transactional' }, 'send'],
		[
			'a code that is advertising',
			[{ state: 'optedOut', purpose: '*' }],
			{ purpose: 'transactional', traffic: 'promotion' },
			'refused optedOut',
		],
		[
			'a parcel, by its settings',
			[{ state: 'optedOut' }],
			{ purpose: 'parcels', traffic: 'transaction' },
			'refused notOptedIn',
		],
	])('%s', async (_name, statements, request, expected) => {
		const phone = await somebody(...statements);
		expect(await ask([{ id: 'a', phone, ...request }])).toEqual([expected]);
	});

	it.each([...trafficTypes, undefined])(
		'STOP holds for a purpose with a name of its own, with the traffic type %s',
		async (traffic) => {
			const phone = await somebody(
				{ state: 'optedIn', purpose: 'newsletter' },
				{ state: 'optedIn', purpose: 'marketing' },
				{ state: 'optedOut', purpose: '*' },
			);
			const more = traffic === undefined ? {} : { traffic };
			for (const purpose of ['newsletter', ' Newsletter', 'Marketing'])
				expect(await ask([{ id: 'a', phone, purpose, ...more }])).toEqual(['refused optedOut']);
		},
	);

	it('STOP leaves out what the configuration calls transactional, however it is written', async () => {
		const phone = await somebody({ state: 'optedOut', purpose: '*' });
		expect(await ask([{ id: 'a', phone, purpose: 'CODES ' }])).toEqual(['send']);
		const told = { phone, purpose: 'Codes', state: 'optedOut' };
		await service.post('/v1/consent', { statements: [told] });
		expect(await ask([{ id: 'a', phone, purpose: 'codes' }])).toEqual(['refused optedOut']);
		const { body } = await service.post('/v1/consent/check', {
			checks: [{ phone, purpose: ' CODES' }],
		});
		expect(body).toMatchObject({ results: [{ purpose: 'codes', state: 'optedOut' }] });
	});

	it('an opt-out from one agent holds for whoever does not say which one writes', async () => {
		const phone = await somebody(
			{ state: 'optedOut', agent: 'B', occurredAt: '2026-01-01T00:00:00Z' },
			{ state: 'optedIn', agent: 'A', occurredAt: '2026-01-02T00:00:00Z' },
		);
		expect(
			await ask([
				{ id: 'a', phone },
				{ id: 'b', phone, agent: 'B' },
				{ id: 'c', phone, agent: 'A' },
			]),
		).toEqual(['refused optedOut', 'refused optedOut', 'send']);
	});

	it('a request that waits for its confirmation ends no opt-out from one agent for whoever asks for any', async () => {
		const phone = await somebody(
			{ state: 'optedOut', agent: 'B', occurredAt: '2026-01-01T00:00:00Z' },
			{ state: 'pending', agent: 'B', purpose: '*', occurredAt: '2026-01-02T00:00:00Z' },
			{ state: 'optedIn', agent: 'A', source: 'form', occurredAt: '2026-01-03T00:00:00Z' },
		);
		expect(await ask([{ id: 'a', phone }])).toEqual(['refused optedOut']);
	});

	it('nobody ever asked a stranger', async () => {
		expect(await ask([{ id: 'a', phone: stranger() }])).toEqual(['refused notOptedIn']);
	});

	it('refuses from the moment in which a STOP was answered', async () => {
		const phone = await somebody();
		await service.post('/v1/events', {
			eventId: `stop-${phone}`,
			provider: 'infobip',
			type: 'user.optedOut',
			occurredAt: NOON,
			user: phone,
			keyword: 'STOP',
		});
		expect(await ask([{ id: 'a', phone }])).toEqual(['refused optedOut']);
	});

	it('shows every rule, with words', async () => {
		const { body } = await service.post('/v1/gate', {
			requests: [{ id: 'a', phone: stranger() }],
		});
		expect(body).toEqual({
			results: [
				{
					id: 'a',
					outcome: 'refused',
					rule: 'notOptedIn',
					why: 'This person has not agreed to these messages',
					advice: expect.stringContaining('Ask for consent'),
					checks: [
						{
							rule: 'consent',
							result: 'refused',
							why: 'This person has not agreed to these messages',
						},
					],
				},
			],
		});
	});
});

describe('quiet hours', () => {
	it('hold until the morning where the person is, also what is asked for in the past', async () => {
		clock.set(NIGHT);
		const phone = await somebody();
		expect(
			await ask([
				{ id: 'a', phone },
				{ id: 'b', phone, at: NOON },
				{ id: 'c', phone, at: MORNING },
				{ id: 'd', phone, country: 'us', timeZone: 'America/New_York' },
			]),
		).toEqual([`hold quietHours ${MORNING}`, `hold quietHours ${MORNING}`, 'send', 'send']);
	});

	it('are as the configuration says, and where it is silent as the request says', async () => {
		clock.set(NIGHT);
		const phone = await somebody();
		const own = { from: '21:00', to: '23:00', replace: true };
		const request = { id: 'a', phone };
		expect(await ask([{ ...request, purpose: 'open' }])).toEqual(['send']);
		expect(await ask([request], { settings: { quietHours: { own } } })).toEqual(['send']);
		expect(await ask([request], { settings: {} })).toEqual([`hold quietHours ${MORNING}`]);
	});

	it('of the country hold besides own ones, also where a request would replace them', async () => {
		clock.set(NIGHT);
		const phone = await somebody();
		const evening = { id: 'a', phone, purpose: 'evening' };
		const own = { from: '00:00', to: '24:00', replace: true };
		const held = [`hold quietHours ${MORNING}`];
		expect(await ask([evening])).toEqual(held);
		expect(await ask([evening], { settings: { quietHours: { own } } })).toEqual(held);
	});

	it('can be made stricter by a request, and not laxer', async () => {
		const phone = stranger();
		const late = { id: 'a', phone, purpose: 'late' };
		const held = ['hold quietHours 2026-11-23T13:00:00.000Z'];
		const own = { from: '10:00', to: '20:00', replace: true };
		const laxer = { quietHours: false, caps: false };
		expect(await ask([late])).toEqual(held);
		expect(await ask([late], { settings: { quietHours: 'off' } })).toEqual(held);
		expect(await ask([late], { settings: { transactional: laxer } })).toEqual(held);
		expect(await ask([late], { settings: { quietHours: { own } } })).toEqual(held);
		clock.set('2026-11-23T21:00:00.000Z');
		expect(await ask([late])).toEqual(['send']);
		expect(await ask([late], { settings: { quietHours: { own } } })).toEqual([
			'hold quietHours 2026-11-24T13:00:00.000Z',
		]);
	});
});

describe('limits', () => {
	const refused = async (request: object, settings: object = {}) => {
		const requests = [{ id: 'a', phone: stranger(), ...request }];
		const { status, body } = await service.post('/v1/gate', { requests, settings });
		expect(status).toBe(400);
		return asObject(asObject(body)['error'])['message'];
	};

	it('a time is no further ahead than what was let through is remembered', async () => {
		clock.set(NOON);
		const ahead = (days: number) => new Date(Date.parse(NOON) + days * 86_400_000).toISOString();
		expect(await refused({ at: ahead(401) })).toBe(
			'body.requests.0.at must be at most 400 days ahead',
		);
		const { status } = await service.post('/v1/gate', {
			requests: [{ id: 'a', phone: stranger(), at: ahead(399) }],
		});
		expect(status).toBe(200);
	});

	it('a cap is no longer than that', async () => {
		expect(await refused({}, { caps: [{ max: 1, hours: 9601 }] })).toBe(
			'body.settings.caps.0.hours must be a number from 0.01 to 9600',
		);
	});

	it('a time before the year 2000 is none: some systems write so what they do not know', async () => {
		expect(await refused({ at: '0001-01-01T00:00:00Z' })).toMatch(/^body\.requests\.0\.at must be/);
	});
});

describe('frequency caps', () => {
	const tomorrow = '2026-11-24T12:00:00.000Z';
	const many = (phone: string, count: number, more: object = {}) =>
		Array.from({ length: count }, (_, i) => ({ id: `${phone} ${i}`, phone, ...more }));

	it('count what was let through before, and in the same request', async () => {
		const phone = await somebody();
		expect(await ask(many(phone, 2))).toEqual(['send', 'send']);
		expect(await ask(many(phone, 2).map((one) => ({ ...one, id: `more ${one.id}` })))).toEqual([
			'send',
			`hold frequencyCap ${tomorrow}`,
		]);
	});

	it('count the same message once, however often it is asked for', async () => {
		const phone = await somebody();
		for (let again = 0; again < 3; again += 1)
			expect(await ask(many(phone, 3))).toEqual(['send', 'send', 'send']);
		const [row] = await service.service.store.query(
			'select count(*)::int as count from rcs.passes where phone = $1',
			[phone],
		);
		expect(row).toEqual({ count: 3 });
	});

	it('count the same id of another person as another message', async () => {
		const [a, b] = [await somebody(), await somebody()];
		await ask([a, b].map((phone) => ({ id: 'same', phone })));
		const rows = await service.service.store.query(
			"select phone from rcs.passes where id = 'same' order by phone",
		);
		expect(rows).toEqual([{ phone: a }, { phone: b }]);
	});

	it('count a purpose by itself, and all purposes together', async () => {
		const phone = await somebody();
		expect(await ask(many(phone, 3))).toEqual(['send', 'send', 'send']);
		const news = many(phone, 2).map((one) => ({ ...one, id: `news ${one.id}`, purpose: 'news' }));
		expect(await ask(news)).toEqual(['send', `hold frequencyCap ${tomorrow}`]);
	});

	it.each([
		['more than those of the purpose', { caps: [{ max: 100, hours: 1 }] }, 3],
		['none', { caps: [] }, 3],
		['less', { caps: [{ max: 2, hours: 24 }] }, 2],
	])('of the request hold besides those of its purpose: %s', async (_name, settings, sent) => {
		const phone = await somebody();
		expect(await ask(many(phone, 4), { settings })).toEqual(
			Array.from({ length: 4 }, (_, i) => (i < sent ? 'send' : `hold frequencyCap ${tomorrow}`)),
		);
	});

	it('and what transactional messages need stay as configured, whatever a request adds', async () => {
		const phone = stranger();
		const parcel = { id: 'a', phone, purpose: 'parcels' };
		for (const transactional of [{ consent: 'nothing' }, { caps: false }, { quietHours: true }])
			expect(await ask([parcel], { settings: { transactional } })).toEqual(['refused notOptedIn']);
		const strict = { settings: { transactional: { consent: 'optIn' } } };
		expect(await ask([{ ...parcel, purpose: 'codes' }], strict)).toEqual(['refused notOptedIn']);
	});

	it('do not count codes, unless the configuration says so', async () => {
		const phone = await somebody();
		const codes = many(phone, 5, { purpose: 'transactional' });
		expect(await ask(codes)).toEqual(Array.from(codes, () => 'send'));
		expect(await ask([{ id: 'offer', phone }])).toEqual(['send']);
		const agreed = { phone, state: 'optedIn', purpose: 'parcels' };
		await service.post('/v1/consent', { statements: [agreed] });
		const parcels = { purpose: 'parcels', traffic: 'transaction' };
		expect(
			await ask(many(phone, 4, parcels).map((one) => ({ ...one, id: `p ${one.id}` }))),
		).toEqual(['send', 'send', 'send', `hold frequencyCap ${tomorrow}`]);
	});

	it('forget what was not sent after all', async () => {
		const phone = await somebody();
		await ask(many(phone, 3));
		const released = await service.post('/v1/gate/release', { ids: [`${phone} 0`, 'unknown'] });
		expect(released).toEqual({ status: 200, body: { released: 1 } });
		expect(await ask([{ id: `${phone} 9`, phone }])).toEqual(['send']);
	});

	describe('what was not sent after all', () => {
		const release = async (body: object, token?: string) =>
			(await service.post('/v1/gate/release', body, token)).body;
		const passes = (id: string) =>
			service.service.store.query('select phone from rcs.passes where id = $1', [id]);

		it('is of one person, where the number is named', async () => {
			const [a, b] = [await somebody(), await somebody()];
			await ask([a, b].map((phone) => ({ id: 'newsletter 1', phone })));
			expect(await release({ requests: [{ id: 'newsletter 1', phone: a }] })).toEqual({
				released: 1,
			});
			expect(await passes('newsletter 1')).toEqual([{ phone: b }]);
		});

		it('is for whoever asked to say, and nobody else', async () => {
			const phone = await somebody();
			await ask([{ id: 'of tests', phone }]);
			const body = { requests: [{ id: 'of tests', phone }] };
			expect(await release(body, 'a-token-for-others-only')).toEqual({ released: 0 });
			expect(await release({ ids: ['of tests'] }, 'a-token-for-others-only')).toEqual({
				released: 0,
			});
			expect(await release(body)).toEqual({ released: 1 });
		});

		it('is told soon: old messages count for good', async () => {
			const phone = await somebody();
			await ask([{ id: 'old', phone }]);
			await service.service.store.query(
				"update rcs.passes set added_at = now() - interval '7 hours' where id = 'old'",
			);
			expect(await release({ requests: [{ id: 'old', phone }] })).toEqual({ released: 0 });
		});

		it('is named in one way', async () => {
			const both = { ids: ['a'], requests: [{ id: 'a', phone: '+447700900001' }] };
			for (const body of [{}, both])
				expect((await service.post('/v1/gate/release', body)).status).toBe(400);
		});
	});

	it('count a message from when it first went out, however often it is asked for', async () => {
		const phone = await somebody();
		await ask([{ id: 'first', phone }]);
		clock.set('2026-11-23T18:00:00.000Z');
		await ask([{ id: 'first', phone }]);
		expect(await ask(many(phone, 3))).toEqual(['send', 'send', `hold frequencyCap ${tomorrow}`]);
	});

	it('are not used up by a dry run, which counts within itself', async () => {
		const phone = await somebody();
		const dry = await ask(many(phone, 4), { dryRun: true });
		expect(dry).toEqual(['send', 'send', 'send', `hold frequencyCap ${tomorrow}`]);
		expect(await ask(many(phone, 3))).toEqual(['send', 'send', 'send']);
	});

	it('hold for everybody who asks at the same time', async () => {
		const people = await Promise.all([1, 2, 3].map(() => somebody()));
		const asked = Array.from({ length: 24 }, (_, i) =>
			ask(
				(i % 2 === 0 ? people : people.toReversed()).map((phone) => ({
					id: `${phone} ${i}`,
					phone,
				})),
			),
		);
		const answers = (await Promise.all(asked)).flat();
		expect(answers.filter((answer) => answer === 'send')).toHaveLength(9);
	});
});

describe('requests that are refused', () => {
	it.each<[string, object, string]>([
		['no requests', { requests: [] }, 'body.requests is empty'],
		['no id', { requests: [{ phone: '+447700900001' }] }, 'body.requests.0.id is missing'],
		[
			'a number without a country',
			{ requests: [{ id: 'a', phone: '07700900001' }] },
			'body.requests.0.phone must be a phone number',
		],
		[
			'a time without an offset',
			{ requests: [{ id: 'a', phone: '+447700900001', at: '2026-11-23T12:00:00' }] },
			'body.requests.0.at must be a time',
		],
		[
			'a country nobody knows',
			{ requests: [{ id: 'a', phone: '+447700900001', country: 'Britain' }] },
			'body.requests.0.country must be a country',
		],
		[
			'a setting nobody knows',
			{ requests: [{ id: 'a', phone: '+447700900001' }], settings: { consent: 'off' } },
			'body.settings.consent is not a known field',
		],
	])('%s', async (_name, body, message) => {
		const answer = await service.post('/v1/gate', body);
		expect(answer).toMatchObject({
			status: 400,
			body: { error: { category: 'validation', message: expect.stringContaining(message) } },
		});
		expect(JSON.stringify(answer.body)).not.toContain('7700900001');
	});
});
