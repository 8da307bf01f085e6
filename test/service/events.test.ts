import { startTestService, type TestService } from './support/world';

const event = (eventId: string, more: object = {}) => ({
	eventId,
	provider: 'infobip',
	type: 'message.delivered',
	occurredAt: '2026-11-01T10:00:00Z',
	user: '+447700900123',
	messageId: 'message-1',
	...more,
});

describe('POST /v1/events', () => {
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService();
	});
	afterAll(() => service.stop());

	it('stores each event once', async () => {
		const first = await service.post('/v1/events', {
			events: [event('a'), event('b'), event('a')],
		});
		expect(first).toEqual({
			status: 200,
			body: {
				...{ accepted: 2, duplicates: 1, knownIndexes: [2], underWayIndexes: [], rejected: [] },
				askedIndexes: [],
			},
		});
		const second = await service.post('/v1/events', event('b'));
		expect(second.body).toEqual({
			...{ accepted: 0, duplicates: 1, knownIndexes: [0], underWayIndexes: [], rejected: [] },
			askedIndexes: [],
		});
		const rows = await service.service.store.query('select id, phone from rcs.events order by id');
		expect(rows).toEqual([
			{ id: 'a', phone: '+447700900123' },
			{ id: 'b', phone: '+447700900123' },
		]);
	});

	it('takes good events beside bad ones, and names those', async () => {
		const { body } = await service.post('/v1/events', [
			event('c'),
			event('d', { type: 'nonsense' }),
		]);
		expect(body).toMatchObject({
			accepted: 1,
			rejected: [{ index: 1, problems: [{ path: 'events[1].type' }] }],
		});
	});

	it('takes texts that Postgres cannot keep as they are', async () => {
		const { body } = await service.post('/v1/events', event('e', { text: 'a\0b\ud800' }));
		expect(body).toMatchObject({ accepted: 1 });
	});

	it('has an opt-out in the ledger when it answers', async () => {
		await service.post('/v1/events', event('f', { type: 'user.optedOut', keyword: 'STOP' }));
		const rows = await service.service.store.query(
			'select phone, state, purpose, proof from rcs.statements',
		);
		expect(rows).toEqual([
			{ phone: '+447700900123', state: 'optedOut', purpose: '*', proof: { text: 'STOP' } },
		]);
	});

	it('asks for a token', async () => {
		expect((await service.post('/v1/events', event('g'), 'wrong')).status).toBe(401);
	});
});
