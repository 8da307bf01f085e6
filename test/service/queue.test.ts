import { until } from '../until';
import { startTestService, type TestService } from './support/world';

let service: TestService;
beforeAll(async () => {
	// Nobody works in it but the test.
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

test('a job that fails is tried again, and those that were taken with it are done once', async () => {
	const { queues, store } = service.service;
	const places = Array.from({ length: 20 }, (_, i) => i);
	for (const place of places) await queues.add('digest', { seqs: [place] });
	const calls = new Map<number, number>();
	await queues.work(
		'digest',
		({ seqs: [place = -1] }) => {
			calls.set(place, (calls.get(place) ?? 0) + 1);
			return place === 3 ? Promise.reject(new Error('It cannot be done')) : Promise.resolve();
		},
		{ batchSize: places.length },
	);
	await until(() => (calls.get(3) ?? 0) > 1);
	expect([...calls].filter(([place, count]) => place !== 3 && count !== 1)).toEqual([]);
	expect(calls.size).toBe(places.length);
	await until(async () => {
		const rows = await store.query(
			"select 1 from pgboss.job where name = 'digest' and state = 'completed'",
		);
		return rows.length === places.length - 1;
	}, 'the end of the others');
	const [job] = await store.query(
		"select output->>'message' as why from pgboss.job where name = 'digest' and state <> 'completed'",
	);
	expect(job).toEqual({ why: 'It cannot be done' });
});
