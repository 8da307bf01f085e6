import { TakeIn } from '../../service/ingest/takeIn';
import { startTestService, type TestService } from './support/world';

/** Embedded, transactions follow one another: only a server has two at one time. */

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

test('processes that hand on to the same targets are not in the way of each other', async () => {
	const { store, queues } = service.service;
	const nothing = () => Promise.resolve();
	const newProcess = () => new TakeIn(store, queues, nothing, () => undefined);
	const processes = [newProcess(), newProcess()];
	const targets = ['http://127.0.0.1:9/1', 'http://127.0.0.1:9/2'];
	const delivery = {
		...{ method: 'POST', url: 'http://127.0.0.1/', headers: {}, body: Buffer.from('{}') },
		receivedAt: '2026-11-01T10:00:00.000Z',
	};
	for (let round = 0; round < 30; round += 1)
		await Promise.all(
			processes.map((takeIn, i) => {
				const inOrder = i === 0 ? targets : targets.toReversed();
				return takeIn.take({
					events: [],
					webhook: { connection: 'shop', delivery, targets: inOrder },
				});
			}),
		);
	const [row] = await store.query(
		'select deadlocks from pg_stat_database where datname = current_database()',
	);
	expect(row).toEqual({ deadlocks: 0 });
	expect(await store.query('select count(*) as count from rcs.forwards')).toEqual([{ count: 120 }]);
});
