import type { RcsEvent } from '../../core/event/types';
import type { Sql } from '../store/database';
import { type Consumed, storeConsumers } from './storeConsumers';
import type { StoredEvent, TakenEvent } from './storeEvents';

/** What became of one request. */
export interface Receipt {
	accepted: number;
	/** Events that were here before. */
	duplicates: number;
	/** Places of those events; where there is a consumer, of those that it did something with before. */
	known: readonly number[];
	/** Places of those that the consumer handed on a moment ago, and did not yet say what it did with. */
	underWay: readonly number[];
}

export const noReceipt: Receipt = { accepted: 0, duplicates: 0, known: [], underWay: [] };

/** What to say of each arrival, once its events are stored. */
export async function receiptsFor(
	sql: Sql,
	arrivals: readonly { events: readonly TakenEvent[]; consumer?: string }[],
	stored: readonly StoredEvent[],
): Promise<Receipt[]> {
	const fresh = new Set(stored.map(({ event }) => event));
	const consumed = arrivals.flatMap(({ events, consumer }) =>
		consumer === undefined ? [] : events.map(({ event }) => ({ event, consumer })),
	);
	const places = await storeConsumers(sql, consumed);
	let place = 0;
	return arrivals.map(({ events, consumer }) => {
		const accepted = events.filter(({ event }) => fresh.has(event)).length;
		const fates = events.map(({ event }, i): Fate => {
			if (consumer === undefined) return fresh.has(event) ? 'new' : 'known';
			return fateOf(place++, places, isRepeated(event, events.slice(0, i)));
		});
		const placesOf = (fate: Fate) => fates.flatMap((one, i) => (one === fate ? [i] : []));
		const [known, underWay] = [placesOf('known'), placesOf('underWay')];
		return { accepted, duplicates: events.length - accepted, known, underWay };
	});
}

type Fate = 'new' | 'known' | 'underWay';

function fateOf(place: number, { first, started }: Consumed, isRepeat: boolean): Fate {
	if (first.has(place)) return 'new';
	return started.has(place) || isRepeat ? 'known' : 'underWay';
}

/** Whether a request has an event twice: whoever sent it handles the first. */
function isRepeated({ provider, eventId }: RcsEvent, before: readonly TakenEvent[]): boolean {
	return before.some(({ event }) => event.provider === provider && event.eventId === eventId);
}

export function sumOf(receipts: readonly Receipt[]): Pick<Receipt, 'accepted' | 'duplicates'> {
	const sum = (one: 'accepted' | 'duplicates') =>
		receipts.reduce((all, receipt) => all + receipt[one], 0);
	return { accepted: sum('accepted'), duplicates: sum('duplicates') };
}
