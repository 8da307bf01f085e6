import type { Field, ObjectType, SfRecord, Value } from '../schema/types';

export interface Indexes {
	add(record: SfRecord): void;
	drop(record: SfRecord): void;
	find(object: ObjectType, field: Field, value: Value): SfRecord[];
	clear(): void;
}

interface Index {
	field: Field;
	byValue: Map<string, Set<SfRecord>>;
}

/** Records by the values of the fields that were ever asked for. */
export function createIndexes(list: (object: ObjectType) => SfRecord[]): Indexes {
	const indexes = new Map<ObjectType, Map<string, Index>>();

	const of = ({ object }: SfRecord): Index[] => [...(indexes.get(object)?.values() ?? [])];

	function build(object: ObjectType, field: Field): Index {
		const index: Index = { field, byValue: new Map() };
		for (const record of list(object)) addTo(index, record);
		const own = indexes.get(object) ?? new Map<string, Index>();
		indexes.set(object, own.set(field.name, index));
		return index;
	}

	return {
		add: (record) => of(record).forEach((index) => addTo(index, record)),
		drop(record) {
			for (const { field, byValue } of of(record))
				byValue.get(keyOf(field, record.values[field.name]))?.delete(record);
		},
		find(object, field, value) {
			const index = indexes.get(object)?.get(field.name) ?? build(object, field);
			return [...(index.byValue.get(keyOf(field, value)) ?? [])];
		},
		clear: () => indexes.clear(),
	};
}

function addTo({ field, byValue }: Index, record: SfRecord): void {
	const key = keyOf(field, record.values[field.name]);
	const same = byValue.get(key) ?? new Set<SfRecord>();
	byValue.set(key, same.add(record));
}

/** Values that count as the same have the same key. */
export function keyOf({ caseSensitive }: Field, value: Value | undefined): string {
	const text = String(value ?? '');
	return caseSensitive ? text : text.toLowerCase();
}
