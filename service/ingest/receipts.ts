import type { Sql } from '../store/database';
import { storeConsumers } from './storeConsumers';
import type { StoredEvent, TakenEvent } from './storeEvents';

/** What became of one request. */
export interface Receipt {
	accepted: number;
	/** Events that were here before. */
	duplicates: number;
	/** Places of those events; where there is a consumer, of those that it handed on before. */
	known: readonly number[];
}

export const noReceipt: Receipt = { accepted: 0, duplicates: 0, known: [] };

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
	const firsts = await storeConsumers(sql, consumed);
	let place = 0;
	return arrivals.map(({ events, consumer }) => {
		const accepted = events.filter(({ event }) => fresh.has(event)).length;
		const isNew = events.map(({ event }) =>
			consumer === undefined ? fresh.has(event) : firsts.has(place++),
		);
		const known = isNew.flatMap((yes, i) => (yes ? [] : [i]));
		return { accepted, duplicates: events.length - accepted, known };
	});
}

export function sumOf(receipts: readonly Receipt[]): Pick<Receipt, 'accepted' | 'duplicates'> {
	const sum = (one: 'accepted' | 'duplicates') =>
		receipts.reduce((all, receipt) => all + receipt[one], 0);
	return { accepted: sum('accepted'), duplicates: sum('duplicates') };
}
