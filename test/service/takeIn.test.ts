import { TakeIn } from '../../service/ingest/takeIn';
import type { Database } from '../../service/store/database';
import { startTestService, type TestService } from './support/world';

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

const event = (eventId: string) => ({
	connection: 'api',
	event: {
		...{ eventId, provider: 'infobip', type: 'unknown' as const, raw: null },
		occurredAt: '2026-11-01T10:00:00.000Z',
	},
});
const named = (run: string, count: number) =>
	Array.from({ length: count }, (_, i) => event(`${run} ${i}`));

/** What takes in, with transactions of its own kind. */
function takeInWith(transaction: Database['transaction']): TakeIn {
	const { store, queues } = service.service;
	const nothing = () => Promise.resolve();
	return new TakeIn({ ...store, transaction }, queues, nothing, () => undefined);
}

/** As Postgres says it. */
const deadlock = () => Object.assign(new Error('deadlock detected'), { code: '40P01' });

test('a commit that another one was in the way of is tried again', async () => {
	let tries = 0;
	const takeIn = takeInWith(async (work) => {
		tries += 1;
		if (tries < 3) throw deadlock();
		return service.service.store.transaction(work);
	});
	const receipt = await takeIn.take({ events: [event('in the way')] });
	expect(receipt).toMatchObject({ accepted: 1 });
	const always = takeInWith(() => Promise.reject(deadlock()));
	await expect(always.take({ events: [event('always')] })).rejects.toThrow('deadlock');
});

test('what would wait for too long is refused at once, and the rest is not', async () => {
	const lost = Object.assign(new Error('Connection terminated'), { code: '08006' });
	let fail = () => undefined;
	const silent = new Promise<never>((_, failed) => {
		fail = () => void failed(lost);
	});
	const takeIn = takeInWith(() => silent);
	const thousand = () => takeIn.take({ events: named('many', 1000) });
	const waiting = Array.from({ length: 21 }, thousand);
	await expect(thousand()).rejects.toMatchObject({ status: 503 });
	fail();
	const results = await Promise.allSettled(waiting);
	expect(results).toEqual(results.map(() => ({ status: 'rejected', reason: lost })));
	await expect(thousand()).rejects.toBe(lost);
});

test('a webhook that the provider repeats is handed on once, and one with something new again', async () => {
	const delivery = {
		...{ method: 'POST', url: 'http://127.0.0.1/', headers: {}, body: Buffer.from('{}') },
		receivedAt: '2026-11-01T10:00:00.000Z',
	};
	const webhook = { connection: 'api', delivery, targets: ['http://127.0.0.1:9/repeated'] };
	const take = async (...ids: string[]) => {
		await service.service.takeIn.take({ events: ids.map(event), webhook });
		const [row] = await service.service.store.query(
			'select count(*)::int as count from rcs.forwards where target = $1',
			[webhook.targets[0]],
		);
		return row?.['count'];
	};
	expect(await take('repeated 1')).toBe(1);
	expect(await take('repeated 1')).toBe(1);
	expect(await take('repeated 1', 'repeated 2')).toBe(2);
	expect(await take()).toBe(3);
});

test('an opt-out of a number that cannot be read is told of, and not whose it is', async () => {
	const { event: plain, connection } = event('unreadable');
	const stop = { ...plain, type: 'user.optedOut' as const, user: '07700900123' };
	await service.service.takeIn.take({ events: [{ connection, event: stop }] });
	const [line = ''] = service.log.filter((one) => one.includes('cannot be read as a phone number'));
	expect(JSON.parse(line)).toMatchObject({ level: 'warn', connection: 'api' });
	expect(line).not.toContain('7700900123');
});
