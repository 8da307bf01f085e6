import { only, type Sql } from '../store/database';

/**
 * Why nothing is written to a CRM. `park`: no room until then. `reauth`: no access. `setup`: something is
 * missing there, such as a field or a scope. `outage`: it does not answer, or not as it should.
 */
export type PauseKind = 'park' | 'reauth' | 'setup' | 'outage';

export interface CrmState extends Record<string, unknown> {
	paused: PauseKind | null;
	paused_until: string | null;
	reason: string | null;
	advice: string | null;
	failures: number;
	/** When somebody had it tried again last. */
	resumed_at: string | null;
	last_success_at: string | null;
	last_failure_at: string | null;
	calls_day: string | null;
	calls: number;
	calls_told: { left: number; of: number } | null;
}

const running: CrmState = {
	...{ paused: null, paused_until: null, reason: null, advice: null, failures: 0 },
	...{ resumed_at: null, last_success_at: null, last_failure_at: null },
	...{ calls_day: null, calls: 0, calls_told: null },
};

/** How it goes with a CRM; before anything happened, nothing is in the way. */
export async function stateOf(sql: Sql, connection: string): Promise<CrmState> {
	const [state = running] = await sql.query<CrmState>(
		`select paused, paused_until, reason, advice, failures, resumed_at, last_success_at,
			last_failure_at, calls_day::text, calls, calls_told
		from rcs.crm_state where connection = $1`,
		[connection],
	);
	return state;
}

/** The time of the database, by which rows are added. */
export async function timeNow(sql: Sql): Promise<string> {
	return only(await sql.query<{ now: string }>('select clock_timestamp() as now')).now;
}

/** Changes columns of a CRM's state; `changes` is SQL, with values from `$2` on. */
async function change(
	sql: Sql,
	connection: string,
	changes: string,
	values: readonly unknown[] = [],
): Promise<void> {
	await sql.query(
		'insert into rcs.crm_state (connection) values ($1) on conflict (connection) do nothing',
		[connection],
	);
	await sql.query(`update rcs.crm_state set ${changes} where connection = $1`, [
		connection,
		...values,
	]);
}

export interface Pause {
	kind: PauseKind;
	/** When it was tried: what was added since then was not. */
	at: string;
	until: string;
	/** In the words of the CRM. */
	reason: string;
	advice: string;
}

export function pauseCrm(sql: Sql, connection: string, pause: Pause): Promise<void> {
	const { kind, at, until, reason, advice } = pause;
	return change(
		sql,
		connection,
		'paused = $2, paused_until = $3, reason = $4, advice = $5, failures = failures + 1, last_failure_at = $6',
		[kind, until, reason, advice, at],
	);
}

/** It was tried and failed, which changes nothing about whether it is paused. */
export function noteFailure(sql: Sql, connection: string, at: string): Promise<void> {
	return change(sql, connection, 'last_failure_at = $2', [at]);
}

/** It took something. */
export function noteSuccess(sql: Sql, connection: string): Promise<void> {
	return change(sql, connection, 'last_success_at = clock_timestamp()');
}

/** Whatever was in the way is not any more. */
export function noteNoObstacle(sql: Sql, connection: string): Promise<void> {
	return change(sql, connection, `${NO_PAUSE}, failures = 0`);
}

/** Has it tried again, and looked what is missing, e.g. because somebody put right what was in the way. */
export function resumeCrm(sql: Sql, connection: string): Promise<void> {
	return change(
		sql,
		connection,
		`${NO_PAUSE}, resumed_at = clock_timestamp(), checked_at = null, poll_after = null`,
	);
}

const NO_PAUSE = 'paused = null, paused_until = null, reason = null, advice = null';

/** Counts calls of a day (`2030-01-31`), and keeps what the CRM said of how many are left. */
export function countCalls(
	sql: Sql,
	connection: string,
	calls: { day: string; made: number; told?: { left: number; of: number } | undefined },
): Promise<void> {
	return change(
		sql,
		connection,
		'calls = case when calls_day = $2::date then calls else 0 end + $3, calls_day = $2::date, calls_told = coalesce($4, calls_told)',
		[calls.day, calls.made, calls.told ? JSON.stringify(calls.told) : null],
	);
}
