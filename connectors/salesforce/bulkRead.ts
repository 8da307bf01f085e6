import type { HttpResponse } from '../../core/http';
import { asObject, asString, parseJson } from '../../core/json';
import type { Row, RowOutcome } from '../crm';
import type { JobRequest } from './bulk';
import { runningStates } from './bulkFollow';
import { parseCsv } from './csv';
import { classOf, type Failure } from './errors';
import { refusal, refusalOfRow, refusedTogether, written } from './outcomes';
import { writeOf } from './targets';

/** What became of the rows of a job, from the last answer about it. */
export function readJob({ rows, job }: JobRequest, response: HttpResponse): RowOutcome[] {
	if (response.status < 200 || response.status > 299) return refusedTogether(rows, response, true);
	if (job.step === 'failed') return results(rows, response.body, '');
	if (job.step === 'succeeded') return results(rows, job.failures ?? '', response.body);
	const { state, errorMessage } = asObject(parseJson(response.body));
	if (state === 'JobComplete') return results(rows, '', '');
	const words = asString(errorMessage) ?? '';
	return rows.map((row) => unfinished(row, asString(state) ?? '', words));
}

/** Minutes until a job that is not ready is worth another look. */
const LATER_MS = 15 * 60_000;

function unfinished(row: Row, state: string, words: string): RowOutcome {
	if (runningStates.includes(state)) {
		const reason = 'Salesforce has not finished the bulk job yet';
		return { row, status: 'park', afterMs: LATER_MS, reason };
	}
	const [, code = ''] = /^(\w+) ?:/.exec(words) ?? [];
	const failure: Failure = { code, message: words, fields: [] };
	if (words !== '') return refusal(row, failure, classOf(failure));
	const reason = `Salesforce ended the bulk job (${state || 'no state'})`;
	return { row, status: 'retry', afterMs: 1000, reason };
}

/** From the lists of rows that failed and, where ids are needed, that succeeded. */
function results(rows: readonly Row[], failed: string, succeeded: string): RowOutcome[] {
	const lines = (csv: string, idField: string) =>
		new Map(parseCsv(csv).map((line) => [line[idField], line]));
	const [first] = rows.map(writeOf);
	const idField = first?.idField ?? '';
	const failures = lines(failed, idField);
	const successes = lines(succeeded, idField);
	return rows.map((row) => {
		const { id, operation } = writeOf(row);
		const failure = failures.get(id);
		if (failure) return refusalOfRow(row, [readError(failure['sf__Error'] ?? '')]);
		const success = successes.get(id);
		const record = operation === 'update' ? id : success?.['sf__Id'];
		return written(row, record, success?.['sf__Created'] === 'true');
	});
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --` */
function readError(text: string): Failure {
	const [, code = '', message = text, fields = ''] =
		/^(\w+):(.*):([^:]*?)\s*--\s*$/s.exec(text) ?? /^(\w+):(.*)$/s.exec(text) ?? [];
	return { code, message, fields: fields.split(/[\s,]+/).filter(Boolean) };
}
