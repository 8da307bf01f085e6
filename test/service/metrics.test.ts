import { startTestService, type TestService } from './support/world';

const FIGURES_TOKEN = 'a-token-for-the-figures';
const PHONE = '+447700900123';

let service: TestService;
beforeAll(async () => {
	service = await startTestService({
		http: { port: 0, metricsToken: FIGURES_TOKEN },
		providers: {
			shop: {
				provider: 'infobip',
				settings: { webhook: { username: 'rcs', password: 'a-password' } },
			},
		},
		crms: {
			hubspot: {
				crm: 'hubspot',
				baseUrl: 'http://127.0.0.1:9',
				auth: { kind: 'bearer', token: 'a-key-of-hubspot' },
				sync: { pollSeconds: 0 },
			},
		},
	});
});
afterAll(() => service.stop());

const ask = (token: string) =>
	fetch(`${service.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });

/** The figures, without comments. */
async function figures(): Promise<string[]> {
	const text = await (await ask(FIGURES_TOKEN)).text();
	return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

const webhook = (password: string) =>
	fetch(`${service.url}/webhooks/shop`, {
		method: 'POST',
		headers: {
			authorization: `Basic ${Buffer.from(`rcs:${password}`).toString('base64')}`,
			'content-type': 'application/json',
		},
		body: '{"results": []}',
	});

const event = (eventId: string) => ({
	eventId,
	provider: 'infobip',
	type: 'user.optedOut',
	occurredAt: '2026-11-01T10:00:00Z',
	user: PHONE,
});

describe('GET /metrics', () => {
	it('asks for its token, which opens nothing else', async () => {
		expect((await ask('wrong')).status).toBe(401);
		const answer = await ask(FIGURES_TOKEN);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
		expect((await service.get('/v1/whoami', FIGURES_TOKEN)).status).toBe(401);
	});

	it('counts webhooks by account, events, commits and requests', async () => {
		await webhook('a-password');
		await webhook('guessed');
		await service.post('/v1/events', [event('a'), event('b')]);
		await service.post('/v1/events', event('b'));
		await service.get(`/nothing/of/${PHONE}`);
		const lines = await figures();
		expect(lines).toEqual(
			expect.arrayContaining([
				'rcs_webhooks_total{connection="shop",outcome="taken"} 1',
				'rcs_webhooks_total{connection="shop",outcome="refused"} 1',
				'rcs_events_total{outcome="new"} 2',
				'rcs_events_total{outcome="duplicate"} 1',
				'rcs_commit_seconds_count 3',
				'rcs_commit_events_sum 3',
				'rcs_http_request_seconds_count{method="POST",route="/webhooks/:connection",status="401"} 1',
				'rcs_http_request_seconds_count{method="POST",route="/v1/events",status="200"} 2',
				'rcs_http_request_seconds_count{method="GET",route="unknown",status="404"} 1',
			]),
		);
		expect(lines.join('\n')).not.toContain(PHONE.slice(1));
	});

	it('counts what the gate decides', async () => {
		await service.post('/v1/gate', { requests: [{ id: 'm1', phone: '+447700900999' }] });
		const decided = (await figures()).filter((line) => line.startsWith('rcs_gate_decisions_total'));
		expect(decided).toEqual([expect.stringMatching(/outcome="refused",rule="\w+"\} 1$/)]);
	});

	it('has the state of the store, the queues and each CRM', async () => {
		const names = (await figures()).map((line) => line.replace(/ \S+$/, ''));
		expect(names).toEqual(
			expect.arrayContaining([
				'rcs_store_up',
				'rcs_store_bytes',
				'rcs_outbox{connection="hubspot",kind="urgent"}',
				'rcs_outbox{connection="hubspot",kind="waiting"}',
				'rcs_outbox{connection="hubspot",kind="dead"}',
				'rcs_sync_lag_seconds{connection="hubspot"}',
				'rcs_digest_lag_seconds',
				'rcs_queue_jobs{queue="sync",state="waiting"}',
				'process_resident_memory_bytes',
			]),
		);
	});
});
