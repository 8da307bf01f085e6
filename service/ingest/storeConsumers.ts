import type { RcsEvent } from '../../core/event/types';
import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';

/** An event that somebody hands on and does something with, such as one RCS Trigger. */
export interface ConsumedEvent {
	event: RcsEvent;
	consumer: string;
}

/**
 * Notes who handed events on that are stored by now, and gives the places of those that the same consumer had not
 * handed on before. Of the same event twice, the first counts.
 */
export async function storeConsumers(
	sql: Sql,
	consumed: readonly ConsumedEvent[],
): Promise<ReadonlySet<number>> {
	if (consumed.length === 0) return new Set();
	const rows = consumed.map(({ event, consumer }, place) => {
		const { provider, eventId: id } = event;
		return { place, provider, id, consumer };
	});
	const added = await sql.query<{ place: number }>(INSERT, [jsonRows(rows)]);
	return new Set(added.map(({ place }) => place));
}

const INSERT = `
with given as (
	select distinct on (seq, consumer) seq, consumer, place
	from jsonb_to_recordset($1::jsonb) as row (place int, provider text, id text, consumer text)
	join rcs.events using (provider, id)
	order by seq, consumer, place
), added as (
	insert into rcs.event_consumers (event_seq, consumer)
	select seq, consumer from given order by seq, consumer
	on conflict do nothing
	returning event_seq, consumer
)
select place from given join added on added.event_seq = given.seq and added.consumer = given.consumer`;
