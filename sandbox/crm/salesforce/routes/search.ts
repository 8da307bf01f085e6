import { isObject, type JsonObject } from '../../../json';
import type { ApiAnswer, ApiCall, Route } from '../api';
import { Refusal } from '../errors';
import { runQuery } from '../query/run';
import { type SearchGroup, searchGroups, searchTest } from '../search/find';
import { parseSearch, type Search } from '../search/parse';

const MOST_RESULTS = 2000;

/** SOSL, as a statement and as parameters. */
export const searchRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/search',
		composite: 'one',
		handle: (call) => answer(call, parseSearch(call.query.get('q') ?? '')),
	},
	{
		method: 'POST',
		path: '/parameterizedSearch',
		composite: 'one',
		handle: (call) => answer(call, readParameters(call)),
	},
];

function answer(
	call: ApiCall,
	{ text, group, returning, limit = MOST_RESULTS }: Search,
): ApiAnswer {
	const matches = searchTest(text, group);
	const found = returning.flatMap(({ object, fields, rest }) => {
		const query = `SELECT ${fields.join(', ')} FROM ${object}${rest}`;
		return runQuery(call, query, { only: matches }).records;
	});
	return { status: 200, body: { searchRecords: found.slice(0, Math.min(limit, MOST_RESULTS)) } };
}

function readParameters({ body }: ApiCall): Search {
	const { q, in: group = 'ALL', sobjects, fields, overallLimit } = isObject(body) ? body : {};
	const known = searchGroups.find((one): one is SearchGroup => one === group);
	if (typeof q !== 'string' || !known || !Array.isArray(sobjects))
		throw new Refusal(
			'INVALID_SEARCH',
			'q, in (ALL, NAME, EMAIL or PHONE) and sobjects are needed',
		);
	const returning = sobjects.map((sobject) => {
		const { name, fields: own = fields, where, limit } = readObject(sobject);
		const condition = typeof where === 'string' ? ` WHERE ${where}` : '';
		const most = typeof limit === 'number' ? ` LIMIT ${limit}` : '';
		const names = Array.isArray(own) && own.length > 0 ? own.map(String) : ['Id'];
		return { object: String(name), fields: names, rest: condition + most };
	});
	const limit = typeof overallLimit === 'number' ? { limit: overallLimit } : {};
	return { text: q, group: known, returning, ...limit };
}

const readObject = (sobject: unknown): JsonObject => (isObject(sobject) ? sobject : {});
