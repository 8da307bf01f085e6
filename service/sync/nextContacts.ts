import type { Sql } from '../store/database';

export interface Turn {
	/** The most contacts. */
	batch: number;
	/** Changes are collected for so long. */
	lingerMs: number;
	/** Whether only opt-outs are to be written: all of them, or those that were added since a moment. */
	onlyUrgent?: true | { since: string };
}

/** Who is written next, and whether nothing but their consent; without anybody, how long until somebody is due, if anybody waits at all. */
export type Next = { phones: string[]; onlyConsent?: true } | { waitMs: number } | undefined;

interface WaitingRow extends Record<string, unknown> {
	phone: string;
	urgent: boolean;
	waited_ms: number;
}

/** Contacts have a few rows each. */
const ROWS_A_CONTACT = 4;

/**
 * Contacts with opt-outs first, and only they: nothing holds them up. Then those that waited longest, once
 * one of them has waited long enough or there are enough for a full batch.
 */
export async function nextContacts(
	sql: Sql,
	connection: string,
	{ batch, lingerMs, onlyUrgent }: Turn,
): Promise<Next> {
	const since = typeof onlyUrgent === 'object' ? onlyUrgent.since : null;
	const most = batch * ROWS_A_CONTACT;
	const rows = await sql.query<WaitingRow>(
		`select phone, urgent, (extract(epoch from clock_timestamp() - added_at) * 1000)::float8 as waited_ms
		from rcs.outbox
		where connection = $1 and not dead and (urgent or not $2) and ($3::timestamptz is null or added_at > $3)
		order by urgent desc, added_at limit $4`,
		[connection, onlyUrgent !== undefined, since, most],
	);
	const urgent = rows.filter((row) => row.urgent);
	if (urgent.length > 0) return { phones: phonesOf(urgent, batch) };
	const [first] = rows;
	if (!first) return undefined;
	const waitMs = lingerMs - first.waited_ms;
	return waitMs <= 0 || rows.length === most ? { phones: phonesOf(rows, batch) } : { waitMs };
}

function phonesOf(rows: readonly WaitingRow[], most: number): string[] {
	return [...new Set(rows.map(({ phone }) => phone))].slice(0, most);
}
