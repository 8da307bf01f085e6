import { deleteOld } from '../../service/operations/housekeeping';
import { startTestService, type TestService } from './support/world';

const DAY = 86_400_000;
const PHONE = '+447700900123';
const retention = { events: 30, unread: 30, messages: 60, deadLetters: 90 };

let service: TestService;
beforeAll(async () => {
	// Nobody works in it but the test.
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

const rows = async (table: string) => {
	const name =
		{ messages: 'message_id', forwards: 'target', waits: 'wait', wait_ends: 'wait' }[table] ?? 'id';
	const found = await service.service.store.query<{ id: string }>(
		`select ${name} as id from rcs.${table} order by 1`,
	);
	return found.map(({ id }) => id);
};

it('deletes what was kept long enough, and not what still has to be written', async () => {
	const { store } = service.service;
	const event = (eventId: string) => ({
		eventId,
		provider: 'infobip',
		type: 'user.optedOut',
		occurredAt: '2026-11-01T10:00:00Z',
		user: PHONE,
	});
	await service.post('/v1/events', ['done', 'waiting', 'new'].map(event));
	await store.query("delete from pgboss.job where name = 'digest'");
	await service.post('/v1/events', [event('undigested')]);
	await store.query(
		"update rcs.events set recorded_at = now() - interval '31 days' where id <> 'new'",
	);
	await store.query(
		`insert into rcs.outbox (connection, phone, item, event_seq)
		select 'hubspot', phone, 'event:' || seq, seq from rcs.events where id = 'waiting'`,
	);
	await store.query(
		`insert into rcs.messages (provider, message_id, phone, connection, updated_at) values
			('infobip', 'old', '${PHONE}', 'shop', now() - interval '61 days'),
			('infobip', 'young', '${PHONE}', 'shop', now() - interval '59 days')`,
	);
	await store.query(
		`insert into rcs.sends (id, connection, phone, purpose, request_hash, request, status, updated_at)
		select status, 'shop', '${PHONE}', 'marketing', '', '{}', status, now() - interval '61 days'
		from unnest(array['accepted', 'held']) as status`,
	);
	await store.query(
		`insert into rcs.forwards (connection, target, method, url, headers, body, received_at, dead_reason)
		select 'shop', name, 'POST', '', '{}', '', now() - make_interval(days => age), reason
		from (values ('old', 91, 'No'), ('young', 89, 'No'), ('waits', 91, null)) as row (name, age, reason)`,
	);
	await store.query(
		`insert into rcs.passes (id, phone, purpose, at) values
			('old', '${PHONE}', 'marketing', now() - interval '401 days'),
			('young', '${PHONE}', 'marketing', now() - interval '399 days')`,
	);
	await store.query(
		`insert into rcs.waits (wait, provider, phone, path, until, added_at) values
			('old', 'infobip', '${PHONE}', '/', now() - interval '61 days', now() - interval '62 days'),
			('long', 'infobip', '${PHONE}', '/', now() - interval '59 days', now() - interval '62 days'),
			('for ever', 'infobip', '${PHONE}', '/', null, now() - interval '59 days')`,
	);
	await store.query(
		`insert into rcs.wait_ends (wait, told, at) values
			('old', false, now() - interval '61 days'), ('young', false, now() - interval '59 days')`,
	);

	expect(await deleteOld(store, retention, Date.now())).toBe(7);
	expect(await rows('events')).toEqual(['new', 'undigested', 'waiting']);
	expect(await rows('forwards')).toEqual(['waits', 'young']);
	expect(await rows('messages')).toEqual(['young']);
	expect(await rows('sends')).toEqual(['held']);
	expect(await rows('passes')).toEqual(['young']);
	expect(await rows('waits')).toEqual(['for ever', 'long']);
	expect(await rows('wait_ends')).toEqual(['young']);
	// Consent is never deleted by its age.
	expect(await rows('statements')).toHaveLength(4);
	expect(await deleteOld(store, retention, Date.now() + 400 * DAY)).toBeGreaterThan(0);
	expect(await rows('statements')).toHaveLength(4);
});
