import type { Queues } from '../queue';
import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';
import { OWN_ONLY } from './outboxRows';

/** Something to be written to the record of a phone in one CRM. */
export interface OutboxItem {
	phone: string;
	/** An event by its seq, or a consent by its statement; `ownOnly`: for a record whose RCS phone it is. */
	about: { event: number } | { statement: string; ownOnly?: boolean };
	urgent: boolean;
}

/** Puts items into the outbox of each CRM. What is there already stays as it is. */
export async function addToOutbox(
	sql: Sql,
	connections: readonly string[],
	items: readonly OutboxItem[],
): Promise<void> {
	if (connections.length === 0 || items.length === 0) return;
	await sql.query(INSERT, [jsonRows(items.map(rowOf)), connections]);
}

const INSERT = `
insert into rcs.outbox (connection, phone, item, event_seq, urgent)
select connection, phone, item, event_seq, urgent
from unnest($2::text[]) as connection,
	jsonb_to_recordset($1::jsonb) as row (phone text, item text, event_seq bigint, urgent boolean)
order by connection, phone, item
on conflict (connection, phone, item) do nothing`;

function rowOf({ phone, about, urgent }: OutboxItem) {
	if ('event' in about)
		return { phone, item: `event:${about.event}`, event_seq: about.event, urgent };
	const kind = about.ownOnly ? OWN_ONLY : 'statement:';
	return { phone, item: `${kind}${about.statement}`, urgent };
}

/** Has the outboxes written at once, e.g. because somebody opted out. */
export async function hurrySync(
	queues: Queues,
	connections: readonly string[],
	within?: Sql,
): Promise<void> {
	for (const connection of connections.toSorted())
		await queues.hurry('sync', { connection }, { key: connection, ...(within ? { within } : {}) });
}
