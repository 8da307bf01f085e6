import type { RcsEvent } from '../../core/event/types';
import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';

/** An event that somebody hands on and does something with, such as one RCS Trigger. */
export interface ConsumedEvent {
	event: RcsEvent;
	consumer: string;
}

/** Places of events: where their consumer is the first to handle them, and where it has done so. */
export interface Consumed {
	first: ReadonlySet<number>;
	started: ReadonlySet<number>;
}

/** How long a consumer may take until it says what it did with an event; then it counts as ended. */
const CLAIM_SECONDS = 30;

/**
 * Notes who handed events on that are stored by now, and gives the places of those that the same consumer is to
 * handle now. Of the same event twice, the first counts.
 */
export async function storeConsumers(
	sql: Sql,
	consumed: readonly ConsumedEvent[],
): Promise<Consumed> {
	if (consumed.length === 0) return { first: new Set(), started: new Set() };
	const rows = jsonRows(
		consumed.map(({ event, consumer }, place) => ({ place, consumer, ...idOf(event) })),
	);
	const first = await sql.query<{ place: number }>(CLAIM, [rows]);
	const started =
		first.length < consumed.length ? await sql.query<{ place: number }>(STARTED, [rows]) : [];
	return { first: placesOf(first), started: placesOf(started) };
}

/** Notes what a consumer did with events that it handed on, and gives how many of them there are. */
export async function noteStarted(
	sql: Sql,
	consumer: string,
	events: readonly Pick<RcsEvent, 'provider' | 'eventId'>[],
): Promise<number> {
	const rows = jsonRows(events.map((event) => ({ consumer, ...idOf(event) })));
	return (await sql.query(START, [rows])).length;
}

const placesOf = (rows: readonly { place: number }[]) => new Set(rows.map(({ place }) => place));

function idOf({ provider, eventId: id }: Pick<RcsEvent, 'provider' | 'eventId'>) {
	return { provider, id };
}

const GIVEN = `jsonb_to_recordset($1::jsonb) as row (place int, provider text, id text, consumer text)
	join rcs.events using (provider, id)`;

/** Whoever waits for the row of another transaction finds it claimed. */
const CLAIM = `
with given as (
	select distinct on (seq, consumer) seq, consumer, place from ${GIVEN} order by seq, consumer, place
), claimed as (
	insert into rcs.event_consumers as claim (event_seq, consumer)
	select seq, consumer from given order by seq, consumer
	on conflict (event_seq, consumer) do update set claimed_at = clock_timestamp()
		where not claim.started and claim.claimed_at < clock_timestamp() - interval '${CLAIM_SECONDS} seconds'
	returning event_seq, consumer
)
select place from given join claimed on claimed.event_seq = given.seq and claimed.consumer = given.consumer`;

const STARTED = `
select place from ${GIVEN} join rcs.event_consumers claim on claim.event_seq = seq and claim.consumer = row.consumer
where claim.started`;

const START = `
with given as (select distinct seq, consumer from ${GIVEN} order by seq)
update rcs.event_consumers as claim set started = true from given
where claim.event_seq = given.seq and claim.consumer = given.consumer
returning claim.event_seq`;
