import { PASS_DAYS } from '../config/passDays';
import type { Config } from '../config/schema';
import { UNREAD } from '../ingest/unread';
import type { Service } from '../service';
import type { Database } from '../store/database';

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;

/** Rows in one statement: whoever waits for the embedded database waits no longer than for these. */
const BATCH = 2000;

/** Deletes once a day, over all processes, what was kept for as long as the configuration says. */
export async function startHousekeeping({
	queues,
	store,
	config,
	clock,
	reports,
}: Service): Promise<undefined> {
	const next = { key: 'daily' };
	await queues.work('housekeeping', async (_, signal) => {
		const deleted = await deleteOld(store, config.retention, clock.now(), signal);
		if (deleted > 0) reports.info('What was kept long enough was deleted', { rows: deleted });
		await queues.add('housekeeping', {}, { ...next, startAfter: DAY_SECONDS });
	});
	await queues.add('housekeeping', {}, next);
}

interface Old {
	days(retention: Config['retention']): number;
	sql: string;
}

/** Events of which nothing was made yet. */
const UNDIGESTED = `
select event::bigint from pgboss.job as job, jsonb_array_elements_text(job.data -> 'seqs') as of_job (event)
where job.name = 'digest' and job.state in ('created', 'retry', 'active')`;

/**
 * What goes, each with the days it is kept; $1 is the time it is older than. Consent stays: it is the proof of
 * why a message could be sent. So does what nothing was made of yet, or what still has to be written to a CRM; dead letters are the sync's.
 */
const old: readonly Old[] = [
	{
		days: ({ deadLetters }) => deadLetters,
		sql: deleted('rcs.forwards', 'id', 'dead_reason is not null and received_at < $1'),
	},
	{
		days: ({ events }) => events,
		sql: deleted(
			'rcs.events',
			'seq',
			`recorded_at < $1
				and not exists (select 1 from rcs.outbox as box where box.event_seq = old.seq)
				and seq not in (${UNDIGESTED})`,
		),
	},
	{
		days: ({ unread }) => unread,
		sql: deleted(
			'rcs.events',
			'seq',
			`${UNREAD} and recorded_at < $1 and seq not in (${UNDIGESTED})`,
		),
	},
	{ days: ({ messages }) => messages, sql: deleted('rcs.messages', 'ctid', 'updated_at < $1') },
	{
		days: ({ messages }) => messages,
		sql: deleted(
			'rcs.sends',
			'id',
			"updated_at < $1 and status not in ('asked', 'held', 'sending')",
		),
	},
	{
		days: ({ messages }) => messages,
		sql: deleted('rcs.waits', 'wait', 'coalesce(until, added_at) < $1'),
	},
	{ days: ({ messages }) => messages, sql: deleted('rcs.wait_ends', 'wait', 'at < $1') },
	{ days: () => PASS_DAYS, sql: deleted('rcs.passes', 'ctid', 'at < $1') },
];

function deleted(table: string, key: string, condition: string): string {
	return `with gone as (
			delete from ${table} where ${key} in
				(select ${key} from ${table} as old where ${condition} limit $2)
			returning 1
		)
		select count(*)::int as rows from gone`;
}

/** Deletes what is older than it is to be kept, and gives how many rows that were. */
export async function deleteOld(
	store: Database,
	retention: Config['retention'],
	now: number,
	signal?: AbortSignal,
): Promise<number> {
	let sum = 0;
	for (const { days, sql } of old) {
		const before = new Date(now - days(retention) * DAY_MS).toISOString();
		for (let rows = BATCH; rows === BATCH && !signal?.aborted; sum += rows) {
			const [row] = await store.query<{ rows: number }>(sql, [before, BATCH]);
			rows = row?.rows ?? 0;
		}
	}
	return sum;
}
