import { isObject } from '../../../json';
import type { ApiCall, Route } from '../api';
import { Refusal } from '../errors';
import type { Find } from './composite';

const MOST_SUBREQUESTS = 25;
const MOST_COLLECTIONS = 5;

const allowed: Readonly<Record<'data' | 'tooling', readonly Route['composite'][]>> = {
	data: ['one', 'collection'],
	tooling: ['tooling'],
};

export interface Subrequest {
	method: string;
	url: string;
	referenceId: string;
	body: unknown;
}

/** @throws Refusal, of the whole request, when it holds more or other than it may. */
export function readSubrequests(
	{ body }: ApiCall,
	api: 'data' | 'tooling',
	find: Find,
): { subrequests: Subrequest[]; allOrNone: boolean } {
	const { compositeRequest, allOrNone = false } = isObject(body) ? body : {};
	if (!Array.isArray(compositeRequest) || typeof allOrNone !== 'boolean')
		throw invalid('compositeRequest (a list) and allOrNone (true or false) expected');
	if (compositeRequest.length > MOST_SUBREQUESTS)
		throw limit(`The maximum number of subrequests is ${MOST_SUBREQUESTS}`);
	const subrequests = compositeRequest.map(readSubrequest);
	if (new Set(subrequests.map(({ referenceId }) => referenceId)).size < subrequests.length)
		throw invalid('The referenceId of each subrequest has to be unique');
	const routes = subrequests.map(({ method, url }) => find(method, url));
	const other = routes.findIndex((route) => route && !allowed[api].includes(route.composite));
	if (other >= 0) throw invalid(`Not supported in a composite: ${subrequests[other]?.url}`);
	if (routes.filter((route) => route?.composite === 'collection').length > MOST_COLLECTIONS)
		throw limit(`At most ${MOST_COLLECTIONS} subrequests can be collections or queries`);
	return { subrequests, allOrNone };
}

function readSubrequest(subrequest: unknown): Subrequest {
	const { method, url, referenceId, body } = isObject(subrequest) ? subrequest : {};
	if (typeof method !== 'string' || typeof url !== 'string')
		throw invalid('Each subrequest needs a method and a url');
	if (typeof referenceId !== 'string' || !/^[A-Za-z]\w*$/.test(referenceId))
		throw invalid('Each subrequest needs a referenceId of letters, numbers and underscores');
	return { method, url, referenceId, body };
}

const invalid = (words: string): Refusal => new Refusal('INVALID_INPUT', words);
const limit = (words: string): Refusal => new Refusal('LIMIT_EXCEEDED', words);
