import { type ApiAnswer, type ApiCall, resource, type Route } from '../api';
import { Refusal } from '../errors';
import type { Cursors, Page } from '../query/cursors';
import { runQuery } from '../query/run';

const USUAL_PAGE = 2000;
const SMALLEST_PAGE = 200;

/** SOQL, page by page. */
export function queryRoutes(cursors: Cursors): readonly Route[] {
	function answer(call: ApiCall, { next, ...page }: Page): ApiAnswer {
		const more = next && { nextRecordsUrl: resource(call, `/query/${next}`) };
		return { status: 200, body: { ...page, ...more } };
	}

	function query(call: ApiCall): ApiAnswer {
		const { records, total } = runQuery(call, questionOf(call));
		return answer(call, { ...cursors.open(records, pageSize(call)), totalSize: total });
	}

	return [
		{ method: 'GET', path: '/query', composite: 'collection', handle: query },
		{ method: 'GET', path: '/queryAll', composite: 'collection', handle: query },
		{
			method: 'GET',
			path: '/query/:cursor',
			composite: 'collection',
			handle: (call) => answer(call, cursors.page(call.params['cursor'] ?? '')),
		},
		{
			method: 'GET',
			path: '/tooling/query',
			handle(call) {
				const { records, total: size } = runQuery(call, questionOf(call), { api: 'tooling' });
				return {
					status: 200,
					body: { size, totalSize: size, done: true, queryLocator: null, records },
				};
			},
		},
	];
}

function questionOf({ query }: ApiCall): string {
	const question = query.get('q');
	if (question) return question;
	throw new Refusal('MALFORMED_QUERY', 'The q parameter is missing');
}

function pageSize({ headers }: ApiCall): number {
	const wanted = /batchSize=(\d+)/.exec(headers['sforce-query-options'] ?? '')?.[1];
	const size = wanted === undefined ? USUAL_PAGE : Number(wanted);
	return Math.min(Math.max(size, SMALLEST_PAGE), USUAL_PAGE);
}
