import { startTestService, type TestService } from './support/world';

const event = (eventId: string, more: object = {}) => ({
	eventId,
	provider: 'infobip',
	type: 'message.replied',
	occurredAt: '2026-11-01T10:00:00Z',
	user: '+447700900123',
	...more,
});

describe('events of a consumer', () => {
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService();
	});
	afterAll(() => service.stop());

	const started = (consumer: unknown, ...events: object[]) =>
		service.post('/v1/events/started', { events, consumer });
	/** As if the time in which a consumer has to say so were over. */
	const later = () =>
		service.service.store.query(
			`update rcs.event_consumers set claimed_at = claimed_at - interval '30 seconds'`,
		);

	const tell = async (consumer: unknown, ...events: object[]) =>
		(await service.post('/v1/events', { events, consumer })).body;

	it('are new to each consumer once, and stored once', async () => {
		expect(await tell('one', event('a'), event('b'))).toMatchObject({
			...{ accepted: 2, duplicates: 0, knownIndexes: [] },
		});
		expect(await tell('one', event('c'), event('b'))).toMatchObject({
			...{ accepted: 1, duplicates: 1, knownIndexes: [], underWayIndexes: [1] },
		});
		expect(await started('one', event('b'), event('c'))).toMatchObject({ body: { noted: 2 } });
		expect(await tell('one', event('c'), event('b'))).toMatchObject({
			...{ knownIndexes: [0, 1], underWayIndexes: [] },
		});
		expect(await tell('two', event('a'), event('b'))).toMatchObject({
			...{ accepted: 0, duplicates: 2, knownIndexes: [] },
		});
		await started('two', event('b'));
		expect(await tell('two', event('b'))).toMatchObject({ knownIndexes: [0] });
	});

	it('are new again when the consumer ended before it said what it did, and then once', async () => {
		await tell('one', event('ended'), event('done'));
		await started('one', event('done'));
		await later();
		expect(await tell('one', event('ended'), event('done'))).toMatchObject({
			...{ accepted: 0, knownIndexes: [1], underWayIndexes: [] },
		});
		expect(await tell('one', event('ended'))).toMatchObject({ underWayIndexes: [0] });
		await later();
		const many = Array.from({ length: 20 }, () => tell('one', event('ended')));
		const answers = (await Promise.all(many)) as { underWayIndexes: number[] }[];
		expect(answers.filter(({ underWayIndexes: [i] }) => i === undefined)).toHaveLength(1);
	});

	it('are started by who handed them on only', async () => {
		await tell('one', event('mine'));
		expect(await started('two', event('mine'))).toMatchObject({ body: { noted: 0 } });
		expect(await tell('one', event('mine'))).toMatchObject({ underWayIndexes: [0] });
		expect((await started(undefined, event('mine'))).status).toBe(400);
		expect((await started('one', { provider: 'infobip' })).status).toBe(400);
		const wrong = await service.post('/v1/events/started', {}, 'wrong');
		expect(wrong.status).toBe(401);
	});

	it('are new to a consumer although a webhook of the provider told them before', async () => {
		await service.post('/v1/events', event('d'));
		expect(await tell('one', event('d'))).toMatchObject({ duplicates: 1, knownIndexes: [] });
	});

	it('are counted by their place in the request, beside some that cannot be read', async () => {
		const bad = event('bad', { type: 'nonsense' });
		await tell('one', event('under way'));
		expect(await tell('one', bad, event('e'), event('e'), event('under way'))).toMatchObject({
			...{
				accepted: 1,
				duplicates: 2,
				knownIndexes: [2],
				underWayIndexes: [3],
				rejected: [{ index: 0 }],
			},
		});
	});

	it('are new to one of two that hand the same on at the same time', async () => {
		const many = Array.from({ length: 20 }, () => tell('one', event('f')));
		const answers = (await Promise.all(many)) as { underWayIndexes: number[] }[];
		expect(answers.filter(({ underWayIndexes: [i] }) => i === undefined)).toHaveLength(1);
	});

	it('are told apart by their provider, and by ids the store keeps differently', async () => {
		expect(await tell('one', event('a', { provider: 'seven' }))).toMatchObject({
			knownIndexes: [],
		});
		expect(await tell('one', event('g\0h'))).toMatchObject({ knownIndexes: [] });
		expect(await tell('one', event('g\0h'))).toMatchObject({ underWayIndexes: [0] });
		await started('one', event('g\0h'));
		expect(await tell('one', event('g\0h'))).toMatchObject({ knownIndexes: [0] });
	});

	it('are forgotten with the person they are of', async () => {
		const count = 'select count(*)::int as count from rcs.event_consumers';
		expect(await service.service.store.query(count)).not.toEqual([{ count: 0 }]);
		await service.post('/v1/consent/erase', { phone: '+447700900123' });
		expect(await service.service.store.query(count)).toEqual([{ count: 0 }]);
	});

	it('need a consumer with a name', async () => {
		for (const consumer of ['', 7, null, 'x'.repeat(201)]) {
			const { status, body } = await service.post('/v1/events', { events: [event('h')], consumer });
			expect({ status, body }).toMatchObject({
				...{ status: 400, body: { error: { problems: [{ path: 'consumer' }] } } },
			});
		}
	});
});
