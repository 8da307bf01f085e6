import type { JsonObject } from '../../../json';
import { timeProperties } from '../properties/builtIn';
import { type CrmRecord, valueAt, type Version } from './records';

const VERSIONS_SHOWN = 45;

/** Which properties an answer holds; the record's id and times always are among them. */
export interface Wanted {
	properties?: readonly string[];
	withHistory?: readonly string[];
}

const shownByDefault = {
	contacts: ['email', 'firstname', 'lastname'],
	communications: [],
} as const;

const iso = (at: number): string => new Date(at).toISOString();

/** A record as the API shows it; `at` shows it as it was. A property without a value is null. */
export function show(record: CrmRecord, wanted: Wanted = {}, at = Infinity): JsonObject {
	const { created, modified } = timeProperties[record.type];
	const asked = wanted.properties?.length ? wanted.properties : shownByDefault[record.type];
	const names = new Set([...asked, 'hs_object_id', created, modified]);
	return {
		id: record.id,
		properties: Object.fromEntries(
			[...names].map((name) => [name, valueAt(record, name, at) ?? null]),
		),
		createdAt: iso(record.createdAt),
		updatedAt: valueAt(record, modified, at) ?? iso(record.updatedAt),
		archived: record.archivedAt !== undefined,
		...(record.archivedAt === undefined ? {} : { archivedAt: iso(record.archivedAt) }),
		...(wanted.withHistory?.length
			? { propertiesWithHistory: histories(record, wanted.withHistory) }
			: {}),
	};
}

function histories(record: CrmRecord, names: readonly string[]): JsonObject {
	return Object.fromEntries(
		names.map((name) => {
			const versions = (record.versions.get(name) ?? []).slice(-VERSIONS_SHOWN);
			return [name, versions.reverse().map(showVersion)];
		}),
	);
}

const showVersion = ({ value, at, source }: Version): JsonObject => ({
	value,
	timestamp: iso(at),
	...source,
});
