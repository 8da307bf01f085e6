/**
 * Rows as the one value of `jsonb_to_recordset($1)`. What Postgres cannot keep in a text is taken out: one such
 * event must not stop the others.
 */
export function jsonRows(rows: readonly unknown[]): string {
	return toJson(rows);
}

/** A value for a `jsonb` column, without what Postgres cannot keep, also in the names of members. */
export function toJson(value: unknown): string {
	const json = JSON.stringify(value);
	return ESCAPED.test(json) ? JSON.stringify(value, cleaned) : json;
}

/** A text as Postgres keeps it: without NUL, and without halves of surrogate pairs. */
export function storable(text: string): string {
	return text.toWellFormed().replaceAll('\0', '');
}

/** A value of a statement. Words of others come in many places; one of them must not stop what is written. */
export function storableValue(value: unknown): unknown {
	return typeof value === 'string' && value.includes('\0') ? storable(value) : value;
}

/** How JSON writes what Postgres cannot keep; a backslash before it makes it look so at times. */
const ESCAPED = /\\u(0000|d[89a-f])/i;

function cleaned(_name: string, value: unknown): unknown {
	if (typeof value === 'string') return storable(value);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [storable(name), member]),
	);
}
