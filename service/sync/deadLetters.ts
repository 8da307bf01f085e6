import type { Database, Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';
import { lockCrms } from './crmLocks';
import { ERASED_ITEMS } from './outboxRows';
import type { Fate, Reason } from './verdict';

type Status = Extract<Fate, { is: 'dead' }>['status'];

/** Keeps why contacts could not be written, one dead letter a contact; of who was erased meanwhile, none. */
export async function addDeadLetters(
	sql: Sql,
	connection: string,
	letters: readonly { phone: string; status: Status; reasons: readonly Reason[] }[],
): Promise<void> {
	if (letters.length === 0) return;
	await sql.query(
		`insert into rcs.dead_letters as letter (connection, phone, status, reasons, rest_until)
		select $1, phone, status, reasons,
			case status when 'unmatched' then clock_timestamp() + interval '1 hour' end
		from jsonb_to_recordset($2::jsonb) as row (phone text, status text, reasons jsonb)
		where exists (
			select from rcs.outbox as box
			where box.connection = $1 and box.phone = row.phone and box.item not in ${ERASED_ITEMS}
		)
		order by phone
		on conflict (connection, phone) do update set status = excluded.status, reasons = excluded.reasons,
			attempts = letter.attempts + 1, last_at = clock_timestamp(),
			rest_until = excluded.rest_until, has_news = false`,
		[connection, jsonRows(letters)],
	);
}

/** Of contacts that were written nothing is dead: what was too much for one go is written in the next. */
export async function removeDeadLetters(
	sql: Sql,
	connection: string,
	phones: readonly string[],
): Promise<void> {
	if (phones.length === 0) return;
	await sql.query(
		'update rcs.outbox set dead = false where connection = $1 and phone = any($2) and dead',
		[connection, phones],
	);
	await sql.query('delete from rcs.dead_letters where connection = $1 and phone = any($2)', [
		connection,
		phones,
	]);
}

/**
 * Deletes letters of which nothing happened for so many days, with what was to be written, and of the
 * others what waits for longer.
 */
export async function expireDeadLetters(
	database: Database,
	connection: string,
	days: number,
): Promise<void> {
	await database.transaction(async (sql) => {
		await lockCrms(sql, connection);
		await sql.query(
			'delete from rcs.outbox where connection = $1 and dead and added_at < now() - make_interval(days => $2)',
			[connection, days],
		);
		await sql.query(
			`with old as (
				delete from rcs.dead_letters
				where connection = $1 and last_at < now() - make_interval(days => $2) returning connection, phone
			)
			delete from rcs.outbox as box using old
			where box.connection = old.connection and box.phone = old.phone and box.dead`,
			[connection, days],
		);
	});
}
