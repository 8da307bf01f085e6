import type { Sql } from '../store/database';

const LEAST_SECONDS = 2;
const MOST_SECONDS = 60;

/**
 * When a message that waits is looked at again, by the clock of the database, which is the one that starts jobs.
 * It may be past `holdUntil` where the process has it that the message still waits (`now`: milliseconds since
 * 1970): then the process waits for its own clock, in steps, and never asks the gate over and over.
 */
export async function lookAgainAt(sql: Sql, holdUntil: string, now: number): Promise<string> {
	const left = (Date.parse(holdUntil) - now) / 1000;
	const seconds = Math.min(Math.max(left, LEAST_SECONDS), MOST_SECONDS);
	const [row] = await sql.query<{ at: string }>(
		'select greatest($1::timestamptz, clock_timestamp() + make_interval(secs => $2)) as at',
		[holdUntil, seconds],
	);
	return row?.at ?? holdUntil;
}
