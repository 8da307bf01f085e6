import type { JsonObject } from '../../../json';
import type { ApiCall } from '../api';
import { showValue } from '../records/show';
import type { SfRecord, Value } from '../schema/types';
import { columnsOf } from './columns';
import { type Column, type Columns, toTest } from './evaluate';
import { attributesOf, put } from './nested';
import { parseQuery } from './parse';
import { tableOf } from './tables';
import type { FieldPath, OrderBy, Query } from './types';

interface Scope {
	/** Which API is asked; the one of records when absent. */
	api?: 'data' | 'tooling';
	/** Of all records, only these. */
	only?(record: SfRecord): boolean;
}

/** The rows a query asks for, as answers show them. @throws Refusal when it cannot be asked. */
export function runQuery(
	call: ApiCall,
	text: string,
	{ api = 'data', only = () => true }: Scope = {},
): { records: JsonObject[]; total: number } {
	const { org, caller } = call;
	const query = parseQuery(text);
	const { object, rows } = tableOf(call, query, api);
	const columns = columnsOf(org, caller.access, object);
	const test = query.where ? toTest(query.where, columns) : () => true;
	const shown = query.fields.map((path) => ({ path, column: columns(path) }));
	const found = sorted(
		rows.filter((row) => only(row) && test(row)),
		query.orderBy,
		columns,
	);
	const { offset = 0, limit = Infinity } = query;
	const page = found.slice(offset, offset + limit);
	if (query.fields.length === 0) return { records: [], total: page.length };
	return { records: page.map((row) => show(call, query, row, shown)), total: page.length };
}

function show(
	call: ApiCall,
	{ from }: Query,
	row: SfRecord,
	shown: readonly { path: FieldPath; column: Column<SfRecord> }[],
): JsonObject {
	const record: JsonObject = { attributes: attributesOf(call, row, from) };
	for (const { path, column } of shown)
		put(record, path, column.field.name, showValue(column.field, column.value(row)));
	return record;
}

function sorted(
	rows: SfRecord[],
	orderBy: readonly OrderBy[],
	columns: Columns<SfRecord>,
): SfRecord[] {
	const keys = orderBy.map((order) => ({ ...order, column: columns(order.path) }));
	return rows.sort((a, b) => {
		for (const { column, descending, nullsLast } of keys) {
			const [left, right] = [column.value(a), column.value(b)];
			if (left === right) continue;
			if (left === null || right === null) return (left === null) === nullsLast ? 1 : -1;
			return compare(left, right) * (descending ? -1 : 1);
		}
		return 0;
	});
}

const compare = (left: NonNullable<Value>, right: NonNullable<Value>): number =>
	left < right ? -1 : 1;
