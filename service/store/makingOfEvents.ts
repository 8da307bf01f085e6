import type { Sql } from './database';

/** Ours among the advisory locks of the database. */
const LOCK = 7_270_003;

/** Something is made of events in this transaction: nobody is erased meanwhile. Any number do so at once. */
export async function makingOfEvents(sql: Sql): Promise<void> {
	await sql.query('select pg_advisory_xact_lock_shared($1)', [LOCK]);
}

/** Waits until nothing is being made of events, and has what would be wait for the end of this transaction. */
export async function nothingMadeOfEvents(sql: Sql): Promise<void> {
	await sql.query('select pg_advisory_xact_lock($1)', [LOCK]);
}
