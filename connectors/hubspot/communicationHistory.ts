import { asArray, asObject, asString } from '../../core/json';
import { latest } from './communications';
import { type ConversationDay, readDay } from './conversationDay';
import { readTime } from './values';

/** What a property was, as HubSpot remembers it. */
export interface Version {
	value: string;
	/** When it was written. */
	written: string;
}

/** From the newest to the oldest, whatever order they come in. */
export function versionsIn(history: unknown): Version[] {
	const read = asArray(history)
		.map(asObject)
		.flatMap(({ value, timestamp }): Version[] => {
			const written = readTime(timestamp);
			return written === undefined ? [] : [{ value: asString(value) ?? '', written }];
		});
	return read.toSorted((a, b) => (a.written === b.written ? 0 : a.written < b.written ? 1 : -1));
}

/** The versions of the text and of the time of a communication. */
interface Histories {
	htmlBefore: readonly Version[];
	atBefore: readonly Version[];
}

/**
 * What anybody told since it read `html`, and the latest time it is of; everything that is remembered,
 * where it is not known to have read that.
 */
export function toldSince(
	{ htmlBefore, atBefore }: Histories,
	html: string | undefined,
): { told: ConversationDay[]; at: string } {
	const known = htmlBefore.findIndex(({ value }) => value === html);
	const since = known < 0 ? htmlBefore : htmlBefore.slice(0, known);
	const from = since.at(-1)?.written ?? '';
	const times = atBefore.filter(({ written }) => since.length > 0 && written >= from);
	return {
		told: since.flatMap(({ value }) => readDay(value) ?? []),
		at: latest(times.flatMap(({ value }) => readTime(value) ?? [])),
	};
}
