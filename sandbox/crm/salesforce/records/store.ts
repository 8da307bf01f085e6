import { createIds } from '../ids';
import type { Field, ObjectType, SfRecord, Value } from '../schema/types';
import { type Author, changedFields, type Changes, createChanges } from './changes';
import { createIndexes } from './indexes';

export type Values = Readonly<Record<string, Value>>;

export interface Store {
	insert(object: ObjectType, values: Values, by: Author): SfRecord;
	update(record: SfRecord, changes: Values, by: Author): void;
	remove(record: SfRecord, by: Author): void;
	/** Forgets the values of a field that is no more. */
	clearField(object: ObjectType, field: Field): void;
	/** What is committed, for those who listen. */
	changes: Changes;
	get(id: string): SfRecord | undefined;
	wasDeleted(id: string): boolean;
	list(object: ObjectType): SfRecord[];
	/** How many records were ever made, for numbers that are never given twice. */
	madeSoFar(object: ObjectType): number;
	/** Records that have this value, without telling case apart unless the field does. */
	findBy(object: ObjectType, field: Field, value: Value): SfRecord[];
	/** Undoes what `work` wrote when it fails or its result is not to be kept. */
	transaction<T>(work: () => T, isKept: (result: T) => boolean): T;
	reset(): void;
}

/** The records of the org. Everything happens at once: nobody ever sees half a request. */
export function createStore(now: () => Date): Store {
	const records = new Map<string, SfRecord>();
	const byObject = new Map<ObjectType, Map<string, SfRecord>>();
	const made = new Map<ObjectType, number>();
	const deleted = new Set<string>();
	const indexes = createIndexes(list);
	const changes = createChanges();
	let nextId = createIds();
	let undos: (() => void)[] | undefined;

	function list(object: ObjectType): SfRecord[] {
		return [...(byObject.get(object)?.values() ?? [])];
	}

	function put(record: SfRecord): void {
		records.set(record.id, record);
		const own = byObject.get(record.object) ?? new Map<string, SfRecord>();
		byObject.set(record.object, own.set(record.id, record));
		indexes.add(record);
		deleted.delete(record.id);
	}

	function take(record: SfRecord): void {
		indexes.drop(record);
		records.delete(record.id);
		byObject.get(record.object)?.delete(record.id);
	}

	function change(record: SfRecord, values: Values): void {
		indexes.drop(record);
		record.values = values;
		indexes.add(record);
	}

	return {
		changes,
		insert(object, values, by) {
			const { userId } = by;
			const at = moment(now());
			const id = nextId(object.keyPrefix);
			made.set(object, (made.get(object) ?? 0) + 1);
			const born = { CreatedDate: at, CreatedById: userId };
			const touched = { LastModifiedDate: at, LastModifiedById: userId, SystemModstamp: at };
			const record: SfRecord = {
				object,
				id,
				values: { ...values, Id: id, IsDeleted: false, ...born, ...touched },
			};
			put(record);
			undos?.push(() => take(record));
			changes.note({ kind: 'CREATE', record, values: record.values, changed: [], by });
			return record;
		},
		update(record, given, by) {
			const { userId } = by;
			const before = record.values;
			const at = moment(now());
			const touched = { LastModifiedDate: at, LastModifiedById: userId, SystemModstamp: at };
			change(record, { ...before, ...given, ...touched });
			undos?.push(() => change(record, before));
			const { values } = record;
			const changed = changedFields(before, values);
			changes.note({ kind: 'UPDATE', record, values, changed, by });
		},
		remove(record, by) {
			take(record);
			deleted.add(record.id);
			undos?.push(() => put(record));
			changes.note({ kind: 'DELETE', record, values: record.values, changed: [], by });
		},
		clearField(object, { name }) {
			for (const record of list(object)) {
				const left = Object.entries(record.values).filter(([other]) => other !== name);
				change(record, Object.fromEntries(left));
			}
		},
		get: (id) => records.get(id),
		wasDeleted: (id) => deleted.has(id),
		list,
		madeSoFar: (object) => made.get(object) ?? 0,
		findBy: (object, field, value) => indexes.find(object, field, value),
		transaction(work, isKept) {
			const outer = undos;
			const own: (() => void)[] = [];
			undos = own;
			let kept = false;
			changes.begin();
			try {
				const result = work();
				kept = isKept(result);
				return result;
			} finally {
				if (kept) outer?.push(...own);
				else for (const undo of own.reverse()) undo();
				undos = outer;
				changes.end(kept);
			}
		},
		reset() {
			records.clear();
			byObject.clear();
			made.clear();
			deleted.clear();
			indexes.clear();
			nextId = createIds();
			undos = undefined;
		},
	};
}

/** Times are kept to the second. */
const moment = (date: Date): string => `${date.toISOString().slice(0, 19)}.000Z`;
