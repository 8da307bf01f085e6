import { isObject, type JsonObject } from '../../../json';
import type { ApiAnswer, ApiCall, Route } from '../api';
import { errorBody, Refusal } from '../errors';
import { filledIn } from './references';
import { readSubrequests, type Subrequest } from './subrequests';

/** How a subrequest is carried out: as a request of its own, to this path. */
export type Dispatch = (call: ApiCall, method: string, url: string, body: unknown) => ApiAnswer;

/** Which route a subrequest would go to, if any. */
export type Find = (method: string, url: string) => Route | undefined;

interface Done {
	subrequest: Subrequest;
	answer: ApiAnswer;
}

/** Several requests in one, which counts as one. */
export function compositeRoutes(dispatch: Dispatch, find: Find): readonly Route[] {
	const handle = (api: 'data' | 'tooling') => (call: ApiCall) => {
		const { allOrNone, subrequests } = readSubrequests(call, api, find);
		const done = call.org.store.transaction(
			() => runAll(call, subrequests, allOrNone),
			(all) => !allOrNone || all.every(isDone),
		);
		const isHalted = allOrNone && !done.every(isDone);
		return { status: 200, body: { compositeResponse: done.map((one) => show(one, isHalted)) } };
	};

	function runAll(call: ApiCall, subrequests: readonly Subrequest[], allOrNone: boolean): Done[] {
		const answers = new Map<string, unknown>();
		return subrequests.map((subrequest) => {
			const answer = run(call, subrequest, answers, allOrNone);
			answers.set(subrequest.referenceId, answer.body);
			return { subrequest, answer };
		});
	}

	function run(
		call: ApiCall,
		{ method, url, body }: Subrequest,
		answers: ReadonlyMap<string, unknown>,
		allOrNone: boolean,
	): ApiAnswer {
		try {
			const filled = filledIn(body, answers);
			const sent = allOrNone && isCollection(filled) ? { ...filled, allOrNone } : filled;
			return dispatch(call, method, String(filledIn(url, answers)), sent);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return { status: error.status, body: errorBody(error) };
		}
	}

	return [
		{ method: 'POST', path: '/composite', handle: handle('data') },
		{ method: 'POST', path: '/tooling/composite', handle: handle('tooling') },
	];
}

const isCollection = (body: unknown): body is JsonObject =>
	isObject(body) && Array.isArray(body['records']);

/** Whether everything in it was carried out, every row too. */
function isDone({ answer: { status, body } }: Done): boolean {
	const rows: unknown[] = Array.isArray(body) ? body : [];
	return status < 300 && rows.every((row) => !isObject(row) || row['success'] !== false);
}

const halted = new Refusal(
	'PROCESSING_HALTED',
	'The transaction was rolled back since another operation in the same transaction failed.',
);

function show(done: Done, isHalted: boolean): object {
	const { referenceId } = done.subrequest;
	if (isHalted && isDone(done))
		return { body: errorBody(halted), httpHeaders: {}, httpStatusCode: 400, referenceId };
	const { status, body = null, headers = {} } = done.answer;
	return { body, httpHeaders: headers, httpStatusCode: status, referenceId };
}
