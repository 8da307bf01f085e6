import { randomUUID } from 'node:crypto';
import { carryOn } from '../../service/sending/carryOn';
import { sendRequest } from '../../service/sending/request';
import { sendMessage } from '../../service/sending/sendMessage';
import { findSend } from '../../service/sending/sends';
import { fixturesOf } from '../fixtures';
import { startTestService, type TestService } from './support/world';

/** A number reserved for fiction. */
const to = '+447700900001';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const HOUR_SECONDS = 3600;

describe('a message that waits, in a process whose clock is behind that of the database', () => {
	let service: TestService;
	beforeAll(async () => {
		const { settings } = fixturesOf.infobip;
		service = await startTestService({
			// Nobody works on the jobs: they are only looked at.
			role: 'ingest',
			providers: { infobip: { provider: 'infobip', settings } },
		});
	});
	afterAll(() => service.stop());

	/** The service with a clock that is behind, and stands: so a message that waits does so however slow the test is. */
	const behind = (ms: number) => {
		const now = Date.now() - ms;
		return { ...service.service, clock: { ...service.service.clock, now: () => now } };
	};

	/** How many seconds after a moment each job of a message is due. */
	async function jobsOf(id: string, moment: unknown): Promise<number[]> {
		const rows = await service.service.store.query<{ after: number }>(
			`select extract(epoch from start_after - $2::timestamptz)::float8 as after
			from pgboss.job where name = 'send' and data->>'id' = $1`,
			[id, moment],
		);
		return rows.map(({ after }) => after);
	}

	/** A message that goes out so many milliseconds after now, by the clock of that process. */
	async function held(process: TestService['service'], ms: number): Promise<string> {
		const at = new Date(process.clock.now() + ms).toISOString();
		const message = { to, content: { kind: 'text', text: 'Hello' }, schedule: { at } };
		const how = { purpose: 'transactional', whenHeld: 'wait', ifNotSupported: 'fail' } as const;
		const request = sendRequest(process.accounts, { ...how, dryRun: false }, message, randomUUID);
		const { id, status } = await sendMessage(process, request);
		expect(status).toBe('held');
		return id;
	}

	it.each([
		['a moment', 6 * SECOND, 0.2 * SECOND, 2],
		['some seconds', 20 * SECOND, 10 * SECOND, 9],
		['days', 3 * DAY, DAY, 60],
	])('is looked at again after a while, by %s', async (_, skew, ahead, least) => {
		const process = behind(skew);
		const [before] = await service.service.store.query('select clock_timestamp() as now');
		const id = await held(process, ahead);
		const send = await findSend(service.service.store, id);
		if (send) await carryOn(process, send);
		const waits = await jobsOf(id, before?.['now']);
		expect(waits).toHaveLength(3);
		expect(Math.min(...waits)).toBeGreaterThanOrEqual(least);
		expect(Math.max(...waits)).toBeLessThan(HOUR_SECONDS);
	});

	it('is looked at when it is time where the clocks agree', async () => {
		const id = await held(behind(0), DAY);
		const send = await findSend(service.service.store, id);
		const [, last] = await service.service.store.query(
			"select start_after from pgboss.job where name = 'send' and data->>'id' = $1 order by start_after",
			[id],
		);
		expect(last).toEqual({ start_after: send?.outcome.holdUntil });
	});
});
