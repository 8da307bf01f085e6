import type { ObjectType } from './objectTypes';

/** Who set a value: the API, a person in HubSpot, HubSpot itself. */
export interface Source {
	sourceType: 'INTEGRATION' | 'CRM_UI' | 'CALCULATED' | 'MERGE_CONTACTS';
	sourceId?: string;
	updatedByUserId?: number;
}

export interface Version {
	value: string;
	at: number;
	source: Source;
}

export interface CrmRecord {
	id: string;
	type: ObjectType;
	createdAt: number;
	updatedAt: number;
	archivedAt?: number;
	/** The record this one was merged into. */
	mergedInto?: string;
	/** Every value each property had, the latest last. */
	versions: Map<string, Version[]>;
	/** The contacts a communication belongs to. */
	contacts: Set<string>;
}

export interface Records {
	create(type: ObjectType, at: number): CrmRecord;
	/** A record that is not archived. */
	find(type: ObjectType, id: string): CrmRecord | undefined;
	/** The record that a merged one became part of, or the record itself. */
	follow(type: ObjectType, id: string): CrmRecord | undefined;
	/** Those that are not archived, oldest first. */
	list(type: ObjectType): CrmRecord[];
	all(): CrmRecord[];
	reset(): void;
}

const FIRST_ID = 100_001;

/** Every record, with its whole history. */
export function createRecords(): Records {
	const records = new Map<string, CrmRecord>();
	let nextId = FIRST_ID;
	const key = (type: ObjectType, id: string): string => `${type} ${id}`;

	function find(type: ObjectType, id: string): CrmRecord | undefined {
		const record = records.get(key(type, id));
		return record?.archivedAt === undefined ? record : undefined;
	}

	return {
		create(type, at) {
			const id = String(nextId++);
			const record: CrmRecord = {
				id,
				type,
				createdAt: at,
				updatedAt: at,
				versions: new Map(),
				contacts: new Set(),
			};
			records.set(key(type, id), record);
			return record;
		},
		find,
		follow(type, id) {
			let record = records.get(key(type, id));
			while (record?.mergedInto !== undefined) record = records.get(key(type, record.mergedInto));
			return record?.archivedAt === undefined ? record : undefined;
		},
		list: (type) =>
			[...records.values()].filter(
				(record) => record.type === type && record.archivedAt === undefined,
			),
		all: () => [...records.values()],
		reset() {
			records.clear();
			nextId = FIRST_ID;
		},
	};
}

/** The value now; undefined where there never was one. */
export const valueOf = (record: CrmRecord, name: string): string | undefined =>
	record.versions.get(name)?.at(-1)?.value;

/** The value at a moment that has passed. */
export const valueAt = (record: CrmRecord, name: string, at: number): string | undefined =>
	record.versions.get(name)?.findLast((version) => version.at <= at)?.value;

/** Keeps a value, unless it is what the property holds already; tells whether it changed. */
export function setValue(record: CrmRecord, name: string, version: Version): boolean {
	const before = valueOf(record, name);
	if (before === version.value || (before === undefined && version.value === '')) return false;
	const versions = record.versions.get(name) ?? [];
	record.versions.set(name, versions);
	versions.push(version);
	return true;
}
