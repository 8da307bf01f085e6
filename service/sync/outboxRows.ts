import type { RcsEvent } from '../../core/event/types';
import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';

/** A row of the outbox, with what it is about. */
export interface OutboxRow {
	phone: string;
	item: string;
	urgent: boolean;
	/** Absent for a consent, and for an event that was deleted. */
	event: RcsEvent | null;
}

/** So many rows of one go for each contact of it: a few with very many must not hold up the others. */
const ROWS_A_CONTACT = 20;

/** What waits for contacts, also what waits as a dead letter: it goes along with what is new. */
export async function rowsOf(
	sql: Sql,
	connection: string,
	phones: readonly string[],
): Promise<OutboxRow[]> {
	return sql.query<OutboxRow & Record<string, unknown>>(
		`select box.phone, item, urgent, event
		from rcs.outbox as box left join rcs.events on seq = event_seq
		where box.connection = $1 and box.phone = any($2)
		order by dead, added_at, item limit $3`,
		[connection, phones, phones.length * ROWS_A_CONTACT],
	);
}

type Named = Pick<OutboxRow, 'phone' | 'item'>;

/** Takes rows out that were written. */
export async function removeRows(
	sql: Sql,
	connection: string,
	rows: readonly Named[],
): Promise<void> {
	if (rows.length === 0) return;
	await sql.query(`delete from rcs.outbox as box using ${ROWS} where ${SAME}`, [
		connection,
		named(rows),
	]);
}

/** Has rows wait until something new happens to their contacts, or somebody replays them. */
export async function setAside(
	sql: Sql,
	connection: string,
	rows: readonly Named[],
): Promise<void> {
	if (rows.length === 0) return;
	await sql.query(`update rcs.outbox as box set dead = true from ${ROWS} where ${SAME}`, [
		connection,
		named(rows),
	]);
}

/** The opt-outs of contacts were written, and the rest of what waits for these is as urgent as all others. */
export async function notUrgent(
	sql: Sql,
	connection: string,
	rows: readonly Named[],
): Promise<void> {
	if (rows.length === 0) return;
	await sql.query(`update rcs.outbox as box set urgent = false from ${ROWS} where ${SAME}`, [
		connection,
		named(rows),
	]);
}

const ROWS = 'jsonb_to_recordset($2::jsonb) as row (phone text, item text)';
const SAME = 'box.connection = $1 and box.phone = row.phone and box.item = row.item';

function named(rows: readonly Named[]): string {
	return jsonRows(rows.map(({ phone, item }) => ({ phone, item })));
}
