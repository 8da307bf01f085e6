import { chunks } from '../../core/askAll';
import type { CrmSettings } from '../crm';
import type { PlannedRequest, Row } from '../row';
import { apiPath } from './api';
import { composite, MOST_PARTS, type Part } from './composite';
import type { Family } from './families';
import { writeOf, writeOrder } from './targets';

/** The most records of a collection. */
const MOST_RECORDS = 200;

/** Of one parent, more rows than this never fit into a composite for sure. */
const LARGE_FAMILY = 400;

/** Composites of collections, each as full as the families allow. */
export function compositePlan(
	families: readonly Family[],
	settings: CrmSettings,
): PlannedRequest[] {
	const large = families.filter(({ rows }) => rows.length > LARGE_FAMILY);
	const small = families.filter(({ rows }) => rows.length <= LARGE_FAMILY);
	return [
		...fill(small).map((rows) => requestOf(rows, settings)),
		...large.flatMap(({ rows }) => oneByOne(rows, settings)),
	];
}

/** Parts of one family, each after the other. */
function oneByOne(rows: readonly Row[], settings: CrmSettings): PlannedRequest[] {
	const [first, ...then] = chunks(inWriteOrder(rows), LARGE_FAMILY).map((own) =>
		requestOf(own, settings),
	);
	return first ? [{ ...first, then }] : [];
}

function fill(families: readonly Family[]): Row[][] {
	const requests: Row[][] = [];
	let own: Row[] = [];
	let sizes = new Map<string, number>();
	for (const { rows } of families) {
		const more = new Map(sizes);
		for (const [kind, its] of byKind(rows)) more.set(kind, (more.get(kind) ?? 0) + its.length);
		const parts = [...more.values()].reduce((sum, size) => sum + Math.ceil(size / MOST_RECORDS), 0);
		if (parts > MOST_PARTS) {
			requests.push(own);
			own = [];
			sizes = new Map([...byKind(rows)].map(([kind, its]) => [kind, its.length]));
		} else sizes = more;
		own.push(...rows);
	}
	return own.length > 0 ? [...requests, own] : requests;
}

/**
 * Rows that may share a collection: updates of any objects, or upserts of one. A record that is in a
 * collection twice is refused both times, so its second write is in another.
 */
function byKind(rows: readonly Row[]): Map<string, Row[]> {
	const kinds = new Map<string, Row[]>();
	const seen = new Map<string, number>();
	for (const row of rows) {
		const { operation, object, id } = writeOf(row);
		const times = (seen.get(`${object} ${id}`) ?? 0) + 1;
		seen.set(`${object} ${id}`, times);
		const kind = `${operation === 'update' ? operation : object} ${times}`;
		kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
	}
	return kinds;
}

function requestOf(rows: readonly Row[], settings: CrmSettings): PlannedRequest {
	const kinds = [...byKind(inWriteOrder(rows)).values()];
	const collections = kinds.flatMap((kind) => chunks(kind, MOST_RECORDS));
	return { ...composite(collections.map(partOf), settings), rows: collections.flat() };
}

function inWriteOrder(rows: readonly Row[]): Row[] {
	return writeOrder.flatMap((target) => rows.filter((row) => row.target === target));
}

function partOf(rows: readonly Row[]): Part {
	const [first] = rows.map(writeOf);
	const into = first?.operation === 'upsert' ? `/${first.object}/${first.idField}` : '';
	const records = rows.map(({ target: type, body: { Id: id, ...fields } }) => ({
		attributes: { type },
		...(id === undefined ? {} : { id }),
		...fields,
	}));
	const url = apiPath(`/composite/sobjects${into}`);
	return { method: 'PATCH', url, body: { allOrNone: false, records } };
}
