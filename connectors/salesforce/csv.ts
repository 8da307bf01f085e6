import { isObject } from '../../core/json';
import type { Row } from '../row';

/** What a cell of a bulk job says: nothing leaves the field as it is, this clears it. */
const CLEAR = '#N/A';

/** Whether a text of the row would clear its field: a CSV has no other way to say it, quoted or not. */
export function saysClear({ body }: Row): boolean {
	return Object.values(flat(body)).some(
		(value) => typeof value === 'string' && value.trim().toUpperCase() === CLEAR,
	);
}

/** Rows as a CSV with the columns of all of them; parents are columns `Relation__r.Field__c`. */
export function toCsv(rows: readonly Row[]): string {
	const records = rows.map(({ body }) => flat(body));
	const columns = [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
	const lines = [
		columns,
		...records.map((record) => columns.map((column) => cellOf(record[column]))),
	];
	return lines.map((line) => `${line.map(quoted).join(',')}\n`).join('');
}

function flat(body: object): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
			isObject(value)
				? Object.entries(value).map(([key, inner]) => [`${name}.${key}`, inner])
				: [[name, value]],
		),
	);
}

function cellOf(value: unknown): string {
	if (value === null) return CLEAR;
	return value === undefined ? '' : String(value);
}

function quoted(cell: string): string {
	return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The lines of a CSV, each by the names of its columns. */
export function parseCsv(text: string): Record<string, string>[] {
	const [columns = [], ...lines] = cellsOf(text);
	return lines.map((line) =>
		Object.fromEntries(columns.map((column, i): [string, string] => [column, line[i] ?? ''])),
	);
}

/** One cell and what ends it; a quoted cell may hold anything. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function cellsOf(text: string): string[][] {
	const lines: string[][] = [];
	let line: string[] = [];
	for (let at = 0; at < text.length; at = CELL.lastIndex) {
		CELL.lastIndex = at;
		const [, inQuotes, plain = '', end] = CELL.exec(text) ?? [];
		if (end === undefined) break;
		line.push(inQuotes?.replaceAll('""', '"') ?? plain);
		if (end === ',') continue;
		lines.push(line);
		line = [];
	}
	return lines;
}
