/**
 * Rows as the one value of `jsonb_to_recordset($1)`. What Postgres cannot keep in a text (the character NUL,
 * halves of surrogate pairs) is taken out: one such event must not stop the others.
 */
export function jsonRows(rows: readonly unknown[]): string {
	return JSON.stringify(rows, (_key, value: unknown) =>
		typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
	);
}
