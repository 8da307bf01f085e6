import * as v from 'valibot';
import { type ConsentMemory, consentMemory } from '../../connectors/consentMemory';
import type { ProviderError } from '../../core/errors';
import { defined } from '../../core/json';
import { adviceOf } from '../operations/advice';
import type { Sql } from '../store/database';
import { toJson } from '../store/jsonRows';

/** What is known of reading the consent of a CRM. */
export interface PollState {
	/** Absent: nothing was read yet. */
	memory?: ConsentMemory;
	/** When it was last read for edits; absent: it is to be read now. ISO 8601 in UTC. */
	polledAt?: string;
	/** How often in a row it could not be read. */
	failures: number;
	/** Before then it is not read, whoever tells of a change. ISO 8601 in UTC. */
	waitUntil?: string;
	/** When somebody had it tried again. ISO 8601 in UTC. */
	resumedAt?: string;
}

interface StateRow extends Record<string, unknown> {
	memory: unknown;
	polled_at: string | null;
	failures: number | null;
	poll_after: string | null;
	resumed_at: string | null;
}

export async function pollStateOf(sql: Sql, connection: string): Promise<PollState> {
	const [row] = await sql.query<StateRow>(
		`select memory, polled_at, (poll_failure->>'failures')::int as failures, poll_after,
			resumed_at
		from rcs.crm_state where connection = $1`,
		[connection],
	);
	const { success, output } = v.safeParse(consentMemory, row?.memory);
	return {
		failures: row?.failures ?? 0,
		...defined({
			memory: success ? output : undefined,
			polledAt: row?.polled_at ?? undefined,
			waitUntil: row?.poll_after ?? undefined,
			resumedAt: row?.resumed_at ?? undefined,
		}),
	};
}

/** Another process has read in the meantime: what this one read counts for nothing. */
export class ReadByOther extends Error {}

/** Keeps the memory in place of the one that was read with, if there was any. @throws ReadByOther */
export async function saveMemory(
	sql: Sql,
	connection: string,
	before: ConsentMemory | undefined,
	after: ConsentMemory,
): Promise<void> {
	await sql.query(
		'insert into rcs.crm_state (connection) values ($1) on conflict (connection) do nothing',
		[connection],
	);
	const rows = await sql.query(
		`update rcs.crm_state set memory = $3
		where connection = $1 and ($2::jsonb is null or memory = $2) returning connection`,
		[connection, before ? toJson(before) : null, toJson(after)],
	);
	if (rows.length === 0) throw new ReadByOther();
}

/** Notes that the CRM was read up to now. */
export async function notePolled(sql: Sql, connection: string, at: string): Promise<void> {
	await sql.query('update rcs.crm_state set polled_at = $2 where connection = $1', [
		connection,
		at,
	]);
}

/** Notes that nothing is in the way of reading any more. */
export async function endPollFailure(sql: Sql, connection: string): Promise<void> {
	await sql.query(
		'update rcs.crm_state set poll_failure = null, poll_after = null where connection = $1 and poll_failure is not null',
		[connection],
	);
}

/** Has the whole CRM read by the next job, because something may have been missed. */
export async function wantPoll(sql: Sql, connection: string): Promise<void> {
	await sql.query('update rcs.crm_state set polled_at = null where connection = $1', [connection]);
}

/**
 * Notes why it could not be read, how often in a row, and until when it is left alone: not at all, where
 * somebody had it tried again since `resumedAt`.
 */
export async function notePollFailure(
	sql: Sql,
	connection: string,
	error: ProviderError,
	{
		failures,
		waitUntil,
		resumedAt,
	}: Pick<PollState, 'failures' | 'resumedAt'> & { waitUntil: string },
): Promise<void> {
	const failure = { reason: error.message, advice: adviceOf(error), failures };
	await sql.query(
		`insert into rcs.crm_state as state (connection, poll_failure, poll_after) values ($1, $2, $3)
		on conflict (connection) do update set poll_failure = $2,
			poll_after = case when state.resumed_at is not distinct from $4 then $3::timestamptz end`,
		[connection, toJson(failure), waitUntil, resumedAt ?? null],
	);
}
