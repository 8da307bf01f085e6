import { until } from '../until';
import { startTestService, type TestService, TOKEN } from './support/world';

const phone = '+447700900123';
const eventsOnly = 'a-token-for-events-only';

describe('GET /v1/messages/{id}', () => {
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService({
			tokens: [
				{ name: 'tests', token: TOKEN },
				{ name: 'events', token: eventsOnly, may: ['events'] },
			],
		});
	});
	afterAll(() => service.stop());

	const tell = (...events: object[]) =>
		service.post('/v1/events', {
			events: events.map((event, i) => ({
				eventId: `${JSON.stringify(event)} ${i}`,
				provider: 'infobip',
				user: phone,
				...event,
			})),
		});

	it('tells how far a message came, over which channels and when', async () => {
		const messageId = 'message-1';
		const at = (second: number) => `2026-11-01T10:00:0${second}.000Z`;
		const failure = { category: 'notReachable', message: 'No RCS', advice: 'Use SMS' };
		await tell(
			{ messageId, type: 'message.sent', occurredAt: at(1), campaignId: 'spring' },
			{
				messageId,
				type: 'message.fallback',
				channel: 'sms',
				occurredAt: at(2),
				error: { ...failure, retryable: false },
			},
			{ messageId, type: 'message.delivered', channel: 'sms', occurredAt: at(3) },
		);
		const body = await until(async () => {
			const answer = await service.get(`/v1/messages/${messageId}`);
			return answer.status === 200 && answer.body;
		});
		expect(body).toEqual({
			...{ id: messageId, provider: 'infobip', connection: 'api', phone },
			...{ state: 'delivered', channel: 'sms', fellBack: true, campaign: 'spring' },
			legs: [
				expect.objectContaining({ channel: 'rcs' }),
				expect.objectContaining({ channel: 'sms', state: 'delivered' }),
			],
			times: expect.objectContaining({ sentAt: at(1), deliveredAt: at(3) }),
			error: expect.objectContaining(failure),
		});
	});

	it('tells of a message that was only asked for', async () => {
		await service.service.store.query(
			`insert into rcs.sends (id, connection, phone, purpose, request_hash, request, status, hold_until)
			values ('held-1', 'main', $1, 'marketing', 'hash', '{}', 'held', '2026-11-24T08:00:00Z')`,
			[phone],
		);
		expect(await service.get('/v1/messages/held-1')).toEqual({
			status: 200,
			body: {
				...{ id: 'held-1', connection: 'main', phone, purpose: 'marketing', state: 'held' },
				...{ fellBack: false, legs: [], times: {}, holdUntil: '2026-11-24T08:00:00.000Z' },
			},
		});
	});

	it('knows no other message', async () => {
		for (const id of ['nobody', "'; drop table rcs.messages; --", '%00'])
			expect(await service.get(`/v1/messages/${encodeURIComponent(id)}`)).toMatchObject({
				status: 404,
				body: { error: { category: 'notFound' } },
			});
	});

	it('is for those who may send', async () => {
		expect((await service.get('/v1/messages/held-1', 'wrong')).status).toBe(401);
		expect((await service.get('/v1/messages/held-1', eventsOnly)).status).toBe(403);
	});
});
