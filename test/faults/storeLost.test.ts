import pg from 'pg';
import { until } from '../until';
import { SERVER_VARIABLE } from '../service/support/postgres';
import { startTestService, type TestService } from '../service/support/world';

/** Postgres goes away while the service works, and comes back. */

const event = (eventId: string) => ({
	eventId,
	provider: 'infobip',
	type: 'message.delivered',
	occurredAt: '2026-11-01T10:00:00Z',
	user: '+447700900123',
	messageId: eventId,
});

let service: TestService;
let server: pg.Client;
let database = '';
beforeAll(async () => {
	service = await startTestService();
	const { store } = service.service;
	database = String((await store.query('select current_database() as name'))[0]?.['name']);
	server = new pg.Client({ connectionString: process.env[SERVER_VARIABLE] });
	await server.connect();
});
afterAll(async () => {
	await service.stop();
	await server.end();
});

async function goAway(): Promise<void> {
	await server.query(`alter database ${database} with allow_connections false`);
	await server.query(
		'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
		[database],
	);
}

const comeBack = () => server.query(`alter database ${database} with allow_connections true`);

const isReady = async () => (await service.get('/readyz', '')).status === 200;

/** Whether the jobs of events were done, too. */
const isDigested = async (messageId: string) => {
	const { store } = service.service;
	const rows = await store.query('select 1 from rcs.messages where message_id = $1', [messageId]);
	return rows.length === 1;
};

const patiently = async (look: () => Promise<boolean>) => {
	for (const end = Date.now() + 60_000; Date.now() < end;) if (await look()) return;
	throw new Error('It never came');
};

it('answers 503 while the store is lost, and goes on by itself when it is back', async () => {
	expect((await service.post('/v1/events', event('before'))).status).toBe(200);
	await patiently(() => isDigested('before'));
	await goAway();
	await until(async () => !(await isReady()));
	expect((await service.get('/healthz', '')).status).toBe(200);
	const answers = await Promise.all([
		...Array.from({ length: 20 }, (_, i) => service.post('/v1/events', event(`lost-${i}`))),
		service.post('/v1/gate', { requests: [{ id: 'a', phone: '+447700900123' }] }),
		service.post('/v1/consent/check', { checks: [{ phone: '+447700900123' }] }),
	]);
	expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
	await comeBack();
	await patiently(isReady);
	expect((await service.post('/v1/events', event('lost-1'))).body).toMatchObject({ accepted: 1 });
	await patiently(() => isDigested('lost-1'));
	expect(service.log.join('')).not.toContain('7700900123');
});
