import { underLease } from '../../service/store/lease';
import { startTestService, type TestService } from './support/world';

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

	test('of a process that has ended is taken over', async () => {
		await sql().query(
			"insert into rcs.leases (name, holder, until) values ('c', 'gone', now() - interval '1 second')",
		);
		expect(await underLease(sql(), 'c', () => Promise.resolve())).toBe(true);
	});
});
