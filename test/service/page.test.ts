import { addMessages } from './support/pageRows';
import { startTestService, type TestService } from './support/world';

const range = 'from=2026-11-01T00:00:00Z&to=2026-11-03T12:00:00Z';
const at = (time: string) => `2026-11-${time}:00Z`;
const error = { category: 'notReachable', code: 'EC_X', message: 'No RCS', advice: 'Use SMS.' };

describe('what the page shows', () => {
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService({
			http: { port: 0, publicUrl: 'https://rcs.example.com/' },
			providers: {
				main: {
					provider: 'infobip',
					settings: {
						baseUrl: 'https://example.api.infobip.com',
						auth: { kind: 'bearer', token: 'key' },
						agent: 'DemoShop',
					},
				},
			},
		});
		await addMessages(service.service.store, [
			{ message_id: '1', campaign: 'autumn', sent_at: at('01T10:00') },
			{ message_id: '2', campaign: 'autumn', sent_at: at('01T23:30'), state: 'read' },
			{
				message_id: '3',
				campaign: 'autumn',
				sent_at: at('02T10:00'),
				state: 'read',
				clicked_at: at('02T10:01'),
				replied_at: at('02T10:02'),
			},
			{
				message_id: '4',
				campaign: 'autumn',
				sent_at: at('02T10:00'),
				channel: 'sms',
				fell_back: true,
				failed_at: at('02T10:01'),
				error: { ...error, message: 'No RCS on 1' },
			},
			{
				message_id: '5',
				sent_at: at('02T10:00'),
				state: 'failed',
				failed_at: at('02T10:05'),
				error,
			},
			{ message_id: '6', sent_at: at('02T10:00'), state: 'queued' },
			{ message_id: '7', sent_at: at('09T10:00') },
		]);
	});
	afterAll(() => service.stop());

	it('is the funnel of each campaign', async () => {
		const { body } = await service.get(`/v1/page/campaigns?${range}`);
		expect(body).toEqual({
			campaigns: [
				{
					campaign: 'autumn',
					sent: 4,
					delivered: 4,
					read: 2,
					clicked: 1,
					replied: 1,
					failed: 0,
					fellBack: 1,
				},
				{
					campaign: null,
					sent: 1,
					delivered: 0,
					read: 0,
					clicked: 0,
					replied: 0,
					failed: 1,
					fellBack: 0,
				},
			],
		});
	});

	it('is how messages arrived, by the days of a time zone', async () => {
		const { body } = await service.get(`/v1/page/channels?${range}&zone=Europe/Berlin`);
		expect(body).toEqual({
			unit: 'day',
			shares: [
				{ start: '2026-11-01T00:00', rcs: 1, fallback: 0, failed: 0, underWay: 0 },
				{ start: '2026-11-02T00:00', rcs: 2, fallback: 1, failed: 1, underWay: 1 },
				{ start: '2026-11-03T00:00', rcs: 0, fallback: 0, failed: 0, underWay: 0 },
			],
		});
	});

	it('is of more than two years at the most', async () => {
		const { body } = await service.get('/v1/page/channels?from=2024-10-01&to=2026-11-30');
		expect((body as { shares: unknown[] }).shares).toHaveLength(790);
	});

	it('is hours for two days and less', async () => {
		const { body } = await service.get(
			'/v1/page/channels?from=2026-11-02T09:00:00Z&to=2026-11-02T11:00:00Z',
		);
		expect(body).toMatchObject({
			unit: 'hour',
			shares: [
				{ start: '2026-11-02T09:00', rcs: 0 },
				{ start: '2026-11-02T10:00', rcs: 1, fallback: 1, failed: 1, underWay: 1 },
			],
		});
	});

	it('is why messages failed, in the latest words', async () => {
		const { body } = await service.get(`/v1/page/failures?${range}`);
		expect(body).toMatchObject({
			causes: [
				{
					provider: 'infobip',
					...error,
					count: 2,
					reached: 1,
					firstAt: '2026-11-02T10:01:00.000Z',
					lastAt: '2026-11-02T10:05:00.000Z',
				},
			],
		});
	});

	it('is a message by its id or phone, which stands in no address', async () => {
		const byId = await service.post('/v1/page/messages', { query: '5' });
		expect(byId.body).toMatchObject({ messages: [{ id: '5', state: 'failed', error }] });
		const byPhone = await service.post('/v1/page/messages', { query: '+44 7700 900123' });
		expect((byPhone.body as { messages: unknown[] }).messages).toHaveLength(7);
		const none = await service.post('/v1/page/messages', { query: 'nothing' });
		expect(none.body).toEqual({ messages: [] });
	});

	it('is where webhooks have to go, and when the last event came', async () => {
		const before = await service.get('/v1/page/connections');
		expect(before.body).toEqual({
			publicUrl: 'https://rcs.example.com',
			places: [
				{
					connection: 'main',
					kind: 'provider',
					name: 'Infobip',
					path: '/webhooks/main',
					forwardTo: [],
				},
			],
		});
	});

	it('is the numbers of a day', async () => {
		const { body } = await service.get(`/v1/page/overview?${range}`);
		expect(body).toMatchObject({ messages: { sent: 5, failed: 1 }, optedOut: 0, isEmpty: true });
	});

	it.each([
		['from=yesterday', 'query.from'],
		['from=0001-01-01&to=9999-12-31', 'query.from'],
		['from=2020-01-01&to=2026-01-01', 'query.from'],
		['from=-271821-04-20', 'query.from'],
		['to=%2B012026-01-01T00:00:00Z', 'query.to'],
		['zone=Mars/Crater', 'query.zone'],
		['zone=%2B05:30', 'query.zone'],
	])('names what is wrong with %s', async (query, path) => {
		const { status, body } = await service.get(`/v1/page/channels?${query}`);
		expect(status).toBe(400);
		expect(body).toMatchObject({ error: { problems: [{ path }] } });
	});

	it.each(['overview', 'campaigns', 'channels', 'failures', 'lag', 'connections'])(
		'asks for a token at %s',
		async (section) => {
			expect((await service.get(`/v1/page/${section}`, 'wrong')).status).toBe(401);
		},
	);
});
