import { nextContacts } from '../../service/sync/nextContacts';
import { rowsOf } from '../../service/sync/outboxRows';
import { phoneOf } from './support/syncWorld';
import { startTestService, type TestService } from './support/world';

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());
const sql = () => service.service.store;

/** A CRM of each test. */
let made = 0;
const newCrm = () => `crm-${(made += 1)}`;

/** Rows that wait for a phone, the first of them for as many seconds. */
const wait = (crm: string, phone: string, rows: number, seconds: number, more: object = {}) => {
	const { urgent = false, dead = false } = more as { urgent?: boolean; dead?: boolean };
	return sql().query(
		`insert into rcs.outbox (connection, phone, item, urgent, dead, added_at)
		select $1, $2, (case when $5 then 'statement' when $6 then 'dead' else 'event' end) || i, $5, $6,
			now() - make_interval(secs => $4) + i * interval '1 microsecond' from generate_series(1, $3) as i`,
		[crm, phone, rows, seconds, urgent, dead],
	);
};

const turn = { batch: 10, lingerMs: 0 };
const [busy, other, third] = [phoneOf(1), phoneOf(2), phoneOf(3)] as const;

test('a contact with very many rows keeps nobody else from being written', async () => {
	const crm = newCrm();
	await wait(crm, busy, 6000, 60);
	await wait(crm, other, 1, 30);
	expect(await nextContacts(sql(), crm, turn)).toEqual({ phones: [busy, other] });
	const rows = await rowsOf(sql(), crm, [busy, other]);
	expect(rows.filter(({ phone }) => phone === other)).toHaveLength(1);
	expect(rows.length).toBeGreaterThan(1000);
	expect(rows.length).toBeLessThan(6000);
});

test('of very many contacts each has its share, and opt-outs of a contact go before the rest of it', async () => {
	const crm = newCrm();
	const phones = Array.from({ length: 300 }, (_, i) => phoneOf(i));
	for (const phone of phones.slice(0, 2)) {
		await wait(crm, phone, 5000, 60);
		await wait(crm, phone, 1, 1, { urgent: true });
	}
	const rows = await rowsOf(sql(), crm, phones);
	for (const phone of phones.slice(0, 2)) {
		const own = rows.filter((row) => row.phone === phone);
		expect(own.length).toBeLessThan(100);
		expect(own.map(({ urgent }) => urgent)).toContain(true);
	}
});

test('what is new goes before what could not be written, however much that is', async () => {
	const crm = newCrm();
	await wait(crm, busy, 6000, 60, { urgent: true, dead: true });
	await wait(crm, busy, 1, 30);
	const rows = await rowsOf(sql(), crm, [busy]);
	expect(rows.filter(({ item }) => item === 'event1')).toHaveLength(1);
});

test('contacts with opt-outs are first and alone, then those that waited longest', async () => {
	const crm = newCrm();
	await wait(crm, busy, 3, 60);
	await wait(crm, other, 1, 30, { urgent: true });
	await wait(crm, third, 2, 20, { urgent: true });
	expect(await nextContacts(sql(), crm, turn)).toEqual({ phones: [other, third] });
	expect(await nextContacts(sql(), crm, { ...turn, onlyUrgent: true })).toEqual({
		phones: [other, third],
	});
	await sql().query('delete from rcs.outbox where connection = $1 and urgent', [crm]);
	expect(await nextContacts(sql(), crm, { ...turn, onlyUrgent: true })).toBeUndefined();
	expect(await nextContacts(sql(), crm, turn)).toEqual({ phones: [busy] });
	const linger = { batch: 2, lingerMs: 1e9 };
	expect(await nextContacts(sql(), crm, linger)).toEqual({ waitMs: expect.any(Number) as number });
	await wait(crm, third, 1, 10);
	expect(await nextContacts(sql(), crm, linger)).toEqual({ phones: [busy, third] });
});
