import type { Sql } from '../store/database';

/** Ours among the advisory locks of the database that have two keys. */
const LOCKS = 7_270_002;

/**
 * Has whoever asks about the same people wait until the transaction has ended, in any process. People share
 * 64 locks: a database has few in all, and they are taken in one order, so that nobody waits in a circle.
 */
export async function lockPeople(sql: Sql, phones: readonly string[]): Promise<void> {
	await sql.query(
		`select pg_advisory_xact_lock($1::int, lock)
		from (select distinct hashtext(phone) & 63 as lock from unnest($2::text[]) as phone order by 1) as locks`,
		[LOCKS, phones],
	);
}
