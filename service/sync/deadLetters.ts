import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';
import type { Fate, Reason } from './verdict';

type Dead = Extract<Fate, { is: 'dead' }>;

/** Keeps why contacts could not be written, one dead letter a contact. */
export async function addDeadLetters(
	sql: Sql,
	connection: string,
	letters: readonly { phone: string; status: Dead['status']; reasons: readonly Reason[] }[],
): Promise<void> {
	if (letters.length === 0) return;
	await sql.query(
		`insert into rcs.dead_letters as letter (connection, phone, status, reasons)
		select $1, phone, status, reasons
		from jsonb_to_recordset($2::jsonb) as row (phone text, status text, reasons jsonb)
		order by phone
		on conflict (connection, phone) do update set status = excluded.status, reasons = excluded.reasons,
			attempts = letter.attempts + 1, last_at = now()`,
		[connection, jsonRows(letters)],
	);
}

/** Of contacts that were written nothing is dead. */
export async function removeDeadLetters(
	sql: Sql,
	connection: string,
	phones: readonly string[],
): Promise<void> {
	if (phones.length === 0) return;
	await sql.query('delete from rcs.dead_letters where connection = $1 and phone = any($2)', [
		connection,
		phones,
	]);
}
