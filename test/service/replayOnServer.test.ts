import { countCalls } from '../../service/sync/crmState';
import { listDeadLetters } from '../../service/sync/deadLetterReview';
import { settle } from '../../service/sync/settle';
import { until } from '../until';
import { isWaiting } from './support/meanwhile';
import { startTestService, type TestService } from './support/world';

/** Embedded, transactions follow one another: only a server has two at one time. */

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

const [first, second] = ['+447700900001', '+447700900002'] as const;
const rowOf = (phone: string) => ({ phone, item: 'a', urgent: false, event: null });
const made = { day: '2026-11-01', made: 1 };

test('contacts are replayed while it is noted what became of them', async () => {
	const { store } = service.service;
	for (const phone of [first, second])
		await store.script(
			`insert into rcs.outbox (connection, phone, item, dead) values ('crm', '${phone}', 'a', true);
			insert into rcs.dead_letters (connection, phone, status, reasons) values ('crm', '${phone}', 'failed', '[]')`,
		);
	await countCalls(store, 'crm', made);
	let replayed: Promise<unknown> = Promise.resolve();
	await store.transaction(async (sql) => {
		await countCalls(sql, 'crm', made);
		const note = (phone: string, status: 'written' | 'unmatched') =>
			settle(sql, 'crm', [rowOf(phone)], [{ phone, status, records: [], failures: [] }]);
		await note(second, 'written');
		replayed = service.post('/v1/page/dead-letters/replay', { all: true });
		await until(() => isWaiting(store), 'the replay waits');
		await note(first, 'unmatched');
	});
	expect(await replayed).toEqual({ status: 200, body: { replayed: 1 } });
	expect((await listDeadLetters(store, {})).items).toEqual([]);
	expect(service.failures).toEqual([]);
});
