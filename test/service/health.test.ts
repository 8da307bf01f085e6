import { startTestService, type TestService } from './support/world';

describe('health, from a good start to the loss of the store', () => {
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService();
	});
	afterAll(() => service.stop());

	it('lives and is ready, without a token', async () => {
		expect(await service.get('/healthz', '')).toEqual({ status: 200, body: { alive: true } });
		expect(await service.get('/readyz', '')).toEqual({
			status: 200,
			body: { ready: true, role: 'all', parts: { store: 'ok', tables: 'ok' } },
		});
	});

	it('names the tables when they are those of another version', async () => {
		await service.service.store.query("insert into rcs.migrations values (99, 'of the future')");
		const { status, body } = await service.get('/readyz', '');
		expect(status).toBe(503);
		expect(body).toMatchObject({
			ready: false,
			parts: { store: 'ok', tables: expect.stringMatching(/^at step 99, .* needs step \d+$/) },
		});
	});

	it('is not ready while the store is lost, and takes nothing', async () => {
		await service.service.store.close();
		expect(await service.get('/healthz', '')).toMatchObject({ status: 200 });
		expect(await service.get('/readyz', '')).toEqual({
			status: 503,
			body: {
				ready: false,
				role: 'all',
				parts: { store: 'does not answer', tables: 'unknown' },
			},
		});
		const event = {
			eventId: 'a',
			provider: 'infobip',
			type: 'message.read',
			occurredAt: '2026-11-01T10:00:00Z',
		};
		expect(await service.post('/v1/events', event)).toMatchObject({
			status: 503,
			body: { error: { advice: expect.stringContaining('Send the same request again') } },
		});
	});
});

it('answers nothing else where it only writes to CRMs', async () => {
	const service = await startTestService({ role: 'sync' });
	try {
		expect(await service.get('/readyz', '')).toMatchObject({ status: 200, body: { role: 'sync' } });
		expect((await service.get('/v1/whoami')).status).toBe(404);
		expect((await service.post('/v1/events', {})).status).toBe(404);
	} finally {
		await service.stop();
	}
});
