import * as v from 'valibot';
import { badRequest } from './problem';

/** The most ids in one request. */
export const MOST_IDS = 1000;

const rowId = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Numbers by which the store names rows. */
export const rowIds = v.pipe(v.array(rowId), v.minLength(1), v.maxLength(MOST_IDS));

/** The row that a page of a list goes on after. @throws HttpProblem 400 where it is no such number. */
export function readBefore(query: string | undefined): number | undefined {
	if (query === undefined || query === '') return undefined;
	const id = Number(query);
	if (v.is(rowId, id)) return id;
	throw badRequest([{ path: 'before', message: 'before must be the "next" of another page' }]);
}
