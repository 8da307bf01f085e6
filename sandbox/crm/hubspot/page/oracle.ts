import type { Portal } from '../portal';
import { valueOf } from '../records/records';

const iso = (at: number): string => new Date(at).toISOString();

/** Every record that was committed, with all its values; deleted and merged ones too. */
export function allRecords({ records }: Portal): object {
	const shown = records.all().map((record) => ({
		id: record.id,
		object: record.type,
		createdAt: iso(record.createdAt),
		archived: record.archivedAt !== undefined,
		...(record.mergedInto === undefined ? {} : { mergedInto: record.mergedInto }),
		properties: Object.fromEntries(
			[...record.versions.keys()].map((name) => [name, valueOf(record, name) ?? '']),
		),
		/** How often each value was changed: a repeated write changes nothing. */
		changes: Object.fromEntries(
			[...record.versions].map(([name, versions]) => [name, versions.length]),
		),
		...(record.type === 'communications' ? { contacts: [...record.contacts] } : {}),
	}));
	return { count: shown.length, records: shown };
}

/** Every custom event that was committed, and how many different uuids there are among them. */
export function allEvents({ events }: Portal): object {
	const occurrences = events.occurrences();
	const uuids = occurrences.flatMap(({ uuid }) => (uuid === undefined ? [] : [uuid]));
	return {
		count: occurrences.length,
		uuids: new Set(uuids).size,
		events: occurrences.map(({ at: _at, ...occurrence }) => occurrence),
	};
}
