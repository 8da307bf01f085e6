import { asObject } from '../../core/json';
import { deleteOld } from '../../service/operations/housekeeping';
import { account, signed } from './support/signed';
import { startTestService, type TestService } from './support/world';

const PHONE = '+447700900123';
const NEIGHBOUR = '+447700900124';

let service: TestService;
beforeEach(async () => {
	service = await startTestService({ role: 'ingest', providers: { shop: account } });
});
afterEach(() => service.stop());

/** A STOP in a shape that nobody described. */
const stopOf = (phone: string) => ({ said: 'STOP', by: { phone: phone.slice(1) } });

async function arrive(...results: object[]): Promise<void> {
	const request = signed(results);
	const body = new Uint8Array(request.body);
	const answer = await fetch(`${service.url}/webhooks/shop`, { method: 'POST', ...request, body });
	expect(answer.status).toBe(200);
}

const unread = async () => (await service.get('/v1/page/unread')).body;

const bodies = async () =>
	(
		await service.service.store.query<{ raw: string }>(
			"select event->>'raw' as raw from rcs.events where event->>'raw' is not null order by seq",
		)
	).map(({ raw }) => raw);

test('a webhook nobody could read keeps its body, is counted, warned of and shown', async () => {
	await arrive(stopOf(PHONE));
	await arrive(stopOf(PHONE));
	await arrive(stopOf(NEIGHBOUR));
	const body = (phone: string) => JSON.stringify(stopOf(phone));
	expect(await bodies()).toEqual([body(PHONE), body(NEIGHBOUR)]);
	const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string;
	expect(await unread()).toEqual({
		connections: [{ connection: 'shop', count: 2, newestAt: at }],
		newest: [NEIGHBOUR, PHONE].map((phone) => ({
			...{ seq: expect.any(Number) as number, connection: 'shop', provider: 'infobip' },
			...{ at, body: body(phone) },
		})),
		keptDays: 30,
	});
	const figures = await (await fetch(`${service.url}/metrics`)).text();
	expect(figures).toContain('rcs_webhooks_unread_total{connection="shop"} 2');
	const warnings = service.log.filter((line) => line.includes('could read'));
	expect(warnings.map((line) => asObject(JSON.parse(line)))).toMatchObject([
		{ level: 'warn', connection: 'shop' },
	]);
	expect(service.log.join()).not.toContain(PHONE.slice(1));
	expect(service.log.join()).not.toContain('STOP');
	const { body: overview } = await service.get(
		'/v1/page/overview?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&zone=UTC',
	);
	expect(overview).toMatchObject({ unreadWebhooks: 2 });
});

test('what a person has dealt with is discarded, and nothing else', async () => {
	await arrive(stopOf(PHONE));
	const [seen] = await service.service.store.query<{ seq: number }>('select seq from rcs.events');
	await arrive(stopOf(NEIGHBOUR));
	const answer = await service.post('/v1/page/unread/discard', { seqs: [seen?.seq] });
	expect(answer).toEqual({ status: 200, body: { discarded: 1 } });
	expect(await bodies()).toEqual([JSON.stringify(stopOf(NEIGHBOUR))]);
});

test('what is read keeps no body, and a test of a provider alarms nobody', async () => {
	const delivered = { messageId: 'm', to: PHONE, status: { groupName: 'DELIVERED' } };
	await arrive(delivered, { type: 'ping' }, { event: 'webhook.test' }, {});
	const { store } = service.service;
	expect(await store.query('select type from rcs.events order by type')).toHaveLength(4);
	expect(await bodies()).toEqual([]);
	expect(await unread()).toMatchObject({ connections: [], newest: [] });
	expect(service.log.filter((line) => line.includes('could read'))).toEqual([]);
});

test('a body of any size is kept with its start', async () => {
	await arrive({ unheardOf: 'x'.repeat(50_000) });
	const [body = ''] = await bodies();
	expect(body).toHaveLength(16_000);
	expect(body).toMatch(/^\{"unheardOf":"xxx/);
});

test('whoever is erased takes the bodies along that have their number', async () => {
	await arrive(
		stopOf(PHONE),
		stopOf(NEIGHBOUR),
		{ by: `00${PHONE.slice(1)}` },
		{ by: '9447700900123' },
	);
	const answer = await service.post('/v1/consent/erase', { phone: PHONE });
	expect(answer.body).toMatchObject({ erased: { events: 2 } });
	expect(new Set(await bodies())).toEqual(
		new Set([JSON.stringify(stopOf(NEIGHBOUR)), '{"by":"9447700900123"}']),
	);
});

test('they go sooner than other events', async () => {
	const { store, config } = service.service;
	await arrive(stopOf(PHONE), { messageId: 'm', to: PHONE, status: { groupName: 'DELIVERED' } });
	await store.query("delete from pgboss.job where name = 'digest'");
	await deleteOld(store, config.retention, Date.now() + 29 * 86_400_000);
	expect(await bodies()).toHaveLength(1);
	await deleteOld(store, config.retention, Date.now() + 31 * 86_400_000);
	expect(await store.query('select type from rcs.events')).toEqual([{ type: 'message.delivered' }]);
});
