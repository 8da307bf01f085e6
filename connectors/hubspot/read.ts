import type { HttpResponse } from '../../core/http';
import { asArray, asObject, asString, defined, parseJson, type JsonObject } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { PlannedRequest, Row, RowOutcome } from '../row';
import { CONTACTS } from './api';
import { type Failure, readRowFailure } from './failure';
import { refusal, refused } from './refused';
import { targetOf } from './targets';

/**
 * What became of each row. 200 and 207 are read alike: since 2026-09 a batch of which some rows were
 * refused is a 200 with `errors` in it. Rows are known by their trace id, else by the contact's id.
 */
export function read(
	request: PlannedRequest,
	response: HttpResponse,
	settings: CrmSettings,
): RowOutcome[] {
	const { rows } = request;
	if (response.status < 200 || response.status > 299) return refused(rows, response, settings);
	const answer = asObject(parseJson(response.body));
	const silent = rows.every(({ target }) => targetOf(target).silent);
	if (silent && isTaken(response, answer)) return rows.map((row) => ({ row, status: 'done' }));
	const results = asArray(answer['results']).map(asObject);
	const failures = asArray(answer['errors']).map(readRowFailure);
	const find = finder(rows, results);
	const isComplete = failures.length === 0 && results.length === rows.length;
	return rows.map((row) => {
		const result = find(row);
		if (result || isComplete) return done(row, result);
		const failure = failures.find((one) => isAbout(one, row));
		if (failure) return refusal(row, failure, response, settings);
		return unclear(row, failures, results, asString(answer['message']));
	});
}

/** Without a word, or with those of HubSpot: the page of a proxy is neither. */
function isTaken({ status, body }: HttpResponse, answer: JsonObject): boolean {
	if (status === 204 || body.trim() === '') return true;
	return answer['status'] === 'COMPLETE' && asArray(answer['errors']).length === 0;
}

function done(row: Row, result: JsonObject = {}): RowOutcome {
	const { id, idProperty } = row.body;
	if (!targetOf(row.target).ofContacts) return { row, status: 'done' };
	const recordId = asString(result['id']) ?? (idProperty === undefined ? asString(id) : undefined);
	const record = recordId === undefined ? undefined : { object: CONTACTS, id: recordId };
	const created = result['new'] === true ? (true as const) : undefined;
	return { row, status: 'done', ...defined({ record, created }) };
}

/** The result of a row, by whatever of it the answer repeats. */
function finder(
	rows: readonly Row[],
	results: readonly JsonObject[],
): (row: Row) => JsonObject | undefined {
	const idProperties = new Set(rows.flatMap(({ body }) => asString(body['idProperty']) ?? []));
	const byName = new Map<string, JsonObject>();
	for (const result of results) {
		const names = [...idProperties].map((name) => asObject(result['properties'])[name]);
		for (const name of [result['objectWriteTraceId'], result['id'], ...names])
			byName.set(asString(name) ?? '', result);
	}
	byName.delete('');
	return ({ key, body }) => byName.get(key) ?? byName.get(asString(body['id']) ?? '');
}

function isAbout({ traceIds, ids }: Failure, { key, body }: Row): boolean {
	return traceIds.includes(key) || ids.includes(asString(body['id']) ?? '');
}

/** The answer does not name the row: its request in halves tells more, where that does no harm. */
function unclear(
	row: Row,
	failures: readonly Failure[],
	results: readonly JsonObject[],
	words = 'HubSpot did not say what became of it',
): RowOutcome {
	const [reason = words] = failures.map(({ message }) => message);
	const isTold = results.every(({ objectWriteTraceId }) => objectWriteTraceId !== undefined);
	if (row.once && !(isTold && failures.length > 0)) return { row, status: 'unknown', reason };
	if (failures.length > 0) return { row, status: 'retry', afterMs: 0, reason, alone: true };
	return { row, status: 'retry', afterMs: 1000, reason };
}
