import type { Sql } from '../store/database';

/**
 * The order in which a transaction takes what others may hold, so that nobody waits in a circle:
 *
 * 1. the lock of events (`makingOfEvents`, `nothingMadeOfEvents`),
 * 2. the state of CRMs, by their names,
 * 3. people (`lockPeople`),
 * 4. rows of the outbox, then dead letters,
 * 5. jobs of CRMs, by their names (`hurrySync`).
 *
 * Each may be left out, with one exception: whoever changes or deletes what is in the outbox or among the
 * letters holds the state of its CRM. Who only adds to the outbox needs nothing: nobody waits for that.
 */

/** Waits until nobody else changes what waits for a CRM or for any, and has others wait until the transaction ends. */
export async function lockCrms(sql: Sql, connection?: string): Promise<void> {
	await sql.query(
		'select from rcs.crm_state where $1::text is null or connection = $1 order by connection for update',
		[connection ?? null],
	);
}
