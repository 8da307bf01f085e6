import { isObject, type JsonObject } from '../../../json';
import { type ApiCall, resource } from '../api';
import type { SfRecord, Value } from '../schema/types';

/** What tells of which kind a record is, and where. */
export function attributesOf(
	call: ApiCall,
	{ object, id }: SfRecord,
	asked = object.name,
): JsonObject {
	return {
		type: object.custom ? object.name : asked,
		url: resource(call, `/sobjects/${object.name}/${id}`),
	};
}

/** Puts a value where its path says: fields of parents are inside their parents. */
export function put(record: JsonObject, path: readonly string[], name: string, value: Value): void {
	const [relation = '', ...rest] = path;
	if (rest.length === 0) {
		record[name] = value;
		return;
	}
	const parent = record[relation];
	const inner = isObject(parent) ? parent : {};
	record[relation] = inner;
	put(inner, rest, name.split('.').at(-1) ?? name, value);
}
