import type { RcsEvent } from '../../core/event/types';
import type { Sql } from '../store/database';
import { jsonRows, storable } from '../store/jsonRows';
import { unreadBody } from './unread';

/** An event of one connection. */
export interface TakenEvent {
	connection: string;
	event: RcsEvent;
}

export interface StoredEvent extends TakenEvent {
	seq: number;
}

/**
 * Stores events, and gives those that were not there yet: of the same event twice, the first. What they were read
 * from is kept only where nobody could read it.
 */
export async function storeEvents(sql: Sql, taken: readonly TakenEvent[]): Promise<StoredEvent[]> {
	const byId = new Map(
		taken.toReversed().map((one) => [keyOf(one.event.provider, one.event.eventId), one]),
	);
	const rows = await sql.query<{ seq: number; provider: string; id: string }>(INSERT, [
		jsonRows([...byId.values()].map(rowOf)),
	]);
	return rows.flatMap(({ seq, provider, id }) => {
		const one = byId.get(keyOf(provider, id));
		return one ? [{ ...one, seq }] : [];
	});
}

const INSERT = `
insert into rcs.events (provider, id, connection, type, phone, message_id, occurred_at, event)
select provider, id, connection, type, phone, message_id, occurred_at, event
from jsonb_to_recordset($1::jsonb) as row (
	provider text, id text, connection text, type text, phone text, message_id text, occurred_at timestamptz, event jsonb
)
order by provider, id
on conflict (provider, id) do nothing
returning seq, provider, id`;

function rowOf({ connection, event }: TakenEvent) {
	return {
		provider: event.provider,
		id: event.eventId,
		connection,
		type: event.type,
		phone: event.user,
		message_id: event.messageId,
		occurred_at: event.occurredAt,
		event: { ...event, raw: unreadBody(event) },
	};
}

/** By what the store keeps of its id: it has to be found under that. */
function keyOf(provider: string, id: string): string {
	return JSON.stringify([storable(provider), storable(id)]);
}
