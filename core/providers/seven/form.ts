import type { JsonObject } from '../../json';

interface Field {
	path: readonly string[];
	value: string;
}

/** Deeper than any webhook nests. */
const MAX_DEPTH = 8;

/** A form with nested names, as PHP reads it: `data[text]=Hi` is `{data: {text: 'Hi'}}`. */
export function parseForm(text: string): JsonObject {
	const fields = [...new URLSearchParams(text)].map(([name, value]) => {
		return { path: name.replaceAll(']', '').split('[', MAX_DEPTH), value };
	});
	return nest(fields);
}

/** Objects by the first part of the names; a name that is both a value and an object is the object. */
function nest(fields: readonly Field[]): JsonObject {
	const values = new Map<string, unknown>();
	const groups = new Map<string, Field[]>();
	for (const { path, value } of fields) {
		const [name = '', ...rest] = path;
		if (rest.length === 0) {
			values.set(name, value);
			continue;
		}
		const inner = groups.get(name) ?? [];
		inner.push({ path: rest, value });
		groups.set(name, inner);
	}
	for (const [name, inner] of groups) values.set(name, nest(inner));
	return Object.fromEntries(values);
}
