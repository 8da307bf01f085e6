import { underLease } from '../../service/store/lease';
import { until } from '../until';
import { startTestService, type TestService } from './support/world';

/** All but `setInterval`, which renews. */
const REAL = [
	...(['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
	...(['setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const),
];

describe('a lease', () => {
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService({ role: 'ingest' });
	});
	afterAll(() => service.stop());
	const sql = () => service.service.store;

	test('lets one work at a time, and the next one after it, also after a failure', async () => {
		const done: string[] = [];
		const note = (what: string) => () => Promise.resolve(void done.push(what));
		await underLease(sql(), 'a', async () => {
			expect(await underLease(sql(), 'a', note('second'))).toBe(false);
			expect(await underLease(sql(), 'b', note('other'))).toBe(true);
		});
		await expect(underLease(sql(), 'a', () => Promise.reject(new Error('broken')))).rejects.toThrow(
			'broken',
		);
		expect(await underLease(sql(), 'a', note('third'))).toBe(true);
		expect(done).toEqual(['other', 'third']);
	});

	describe('that is held for long', () => {
		// The database goes on in real time.
		beforeEach(() => void jest.useFakeTimers({ doNotFake: REAL }));
		afterEach(() => void jest.useRealTimers());
		const RENEWAL_MS = 5000;
		const untilOf = async (name: string) => {
			const [row] = await sql().query<{ left: number }>(
				'select extract(epoch from until - now())::float8 as left from rcs.leases where name = $1',
				[name],
			);
			return row?.left ?? 0;
		};

		test('is renewed before it ends', async () => {
			await underLease(sql(), 'd', async (lost) => {
				await sql().query(
					"update rcs.leases set until = now() + interval '4 seconds' where name = 'd'",
				);
				jest.advanceTimersByTime(RENEWAL_MS);
				await until(async () => (await untilOf('d')) > 10, 'a renewal');
				expect(lost.aborted).toBe(false);
			});
		});

		test('tells its holder when another one has taken over, and leaves that one its own', async () => {
			await underLease(sql(), 'e', async (lost) => {
				await sql().query("update rcs.leases set holder = 'another' where name = 'e'");
				jest.advanceTimersByTime(RENEWAL_MS);
				await until(() => lost.aborted, 'the loss');
			});
			expect(await untilOf('e')).toBeGreaterThan(0);
		});
	});

	test('of a process that has ended is taken over', async () => {
		await sql().query(
			"insert into rcs.leases (name, holder, until) values ('c', 'gone', now() - interval '1 second')",
		);
		expect(await underLease(sql(), 'c', () => Promise.resolve())).toBe(true);
	});
});
