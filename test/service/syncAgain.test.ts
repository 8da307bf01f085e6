import { type Crms, startCrms } from './support/crms';
import { embedded } from './support/database';
import { until } from '../until';
import { event, PHONE } from './support/syncWorld';
import { startTestService, type TestService } from './support/world';

/** A service that is started again with another configuration. */

const database = embedded();
let crms: Crms;
beforeAll(async () => {
	crms = await startCrms();
	await crms.reset([PHONE]);
});
afterAll(async () => {
	await crms.stop();
	database.remove();
});

const start = (more: object) => {
	const { hubspot } = crms.config({ linger: { min: 0, max: 0 }, pollSeconds: 0, ...more }).crms;
	return startTestService({ crms: { hubspot }, database: database.config });
};

/** How long until the outbox is looked at again. */
const nextLook = async ({ service }: TestService) => {
	const [row] = await service.store.query<{ ms: number }>(
		`select (extract(epoch from start_after - now()) * 1000)::float8 as ms from pgboss.job
		where name = 'sync' and state = 'created'`,
	);
	return row?.ms ?? 0;
};

test('what waited for the next day is written at once, where more calls are allowed now', async () => {
	const first = await start({ dailyCalls: 1 });
	try {
		await first.post('/v1/events', { events: [event({ type: 'message.read' })] });
		await until(
			async () => (await crms.inHubspot(PHONE))['rcs_read_count'] === '1',
			'the first is written',
		);
		await first.post('/v1/events', { events: [event({ type: 'message.clicked' })] });
		await until(
			async () =>
				(await first.service.store.query('select 1 from rcs.outbox where not dead')).length > 0 &&
				(await nextLook(first)) > 10_000,
			'the second waits for the next day',
		);
	} finally {
		await first.stop();
	}
	const second = await start({ dailyCalls: 1000 });
	try {
		await until(
			async () => (await crms.inHubspot(PHONE))['rcs_clicked_count'] === '1',
			'the second is written',
		);
	} finally {
		await second.stop();
	}
});
