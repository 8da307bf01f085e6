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

/**
 * So many rows of each contact are written in one go, or more where there are few contacts: one with very
 * many must not hold up the others, nor an opt-out that comes meanwhile.
 */
const ROWS_A_CONTACT = 20;
const ROWS_OF_FEW = 2000;

/**
 * What waits for contacts, opt-outs first, also what waits as a dead letter: it goes along with what is new.
 */
export async function rowsOf(
	sql: Sql,
	connection: string,
	phones: readonly string[],
): Promise<OutboxRow[]> {
	return sql.query<OutboxRow & Record<string, unknown>>(
		`select box.phone, item, urgent, event
		from (
			select phone, item, urgent, event_seq,
				row_number() over (partition by phone order by dead, urgent desc, added_at, item) as place
			from rcs.outbox where connection = $1 and phone = any($2)
		) as box left join rcs.events on seq = event_seq
		where place <= $3 order by place, box.phone`,
		[connection, phones, Math.max(ROWS_A_CONTACT, Math.floor(ROWS_OF_FEW / phones.length))],
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

/** How the items of consent begin that is written only to a record whose RCS phone it is about. */
export const OWN_ONLY = 'own:';

/** The item of an opt-out of somebody who was erased since: the last thing that is written of them. */
export const ERASED = 'erased';

/** The same where nothing waited but consent for the record whose RCS phone it is. */
export const OWN_ERASED = `${OWN_ONLY}${ERASED}`;

/** Both, for SQL. */
export const ERASED_ITEMS = `('${ERASED}', '${OWN_ERASED}')`;

/**
 * Has rows wait until something new happens to their contacts, or somebody replays them. Nothing waits of
 * people who were erased.
 */
export async function setAside(
	sql: Sql,
	connection: string,
	rows: readonly Named[],
): Promise<void> {
	if (rows.length === 0) return;
	await sql.query(
		`delete from rcs.outbox as box using ${ROWS} where ${SAME} and box.item in ${ERASED_ITEMS}`,
		[connection, named(rows)],
	);
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
