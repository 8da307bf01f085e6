import type { HttpResponse } from '../../core/http';
import { asObject, asString, type JsonObject, parseJson } from '../../core/json';
import type { Row, RowOutcome } from '../row';
import type { Job, JobRequest } from './bulk';
import { isUnderWay } from './bulkFollow';
import { countsOf, hasFailures, listed, wantsIds } from './bulkResults';
import { classOf, type Failure } from './errors';
import { refusal, refusalOfRow, refusedTogether, untold, written } from './outcomes';
import { writeOf } from './targets';

/** What became of the rows of a job, from the last answer about it. */
export function readJob(request: JobRequest, response: HttpResponse): RowOutcome[] {
	const { rows, job } = request;
	if (response.status < 200 || response.status > 299) return refusedTogether(rows, response, true);
	if (job.step === 'failed') return results(request, response.body, '');
	if (job.step === 'succeeded') return results(request, job.failures ?? '', response.body);
	const answer = asObject(parseJson(response.body));
	const isComplete = answer['state'] === 'JobComplete' && !isUnderWay(answer);
	if (isComplete) return results({ ...request, job: { ...job, ...countsOf(answer) } }, '', '');
	return rows.map((row) => unfinished(row, job, answer));
}

/** Minutes until a job that is not ready is worth another look. */
const LATER_MS = 15 * 60_000;

function unfinished(row: Row, { step }: Job, answer: JsonObject): RowOutcome {
	const state = asString(answer['state']);
	const words = asString(answer['errorMessage']) ?? '';
	// A job that was not started is made again.
	if (step === 'watch' && isUnderWay(answer)) {
		const reason = 'Salesforce has not finished the bulk job yet';
		return { row, status: 'park', afterMs: LATER_MS, reason };
	}
	const [, code = ''] = /^(\w+) ?:/.exec(words) ?? [];
	const failure: Failure = { code, message: words, fields: [] };
	if (words !== '') return refusal(row, failure, classOf(failure));
	const reason = `Salesforce ended the bulk job (${state ?? 'no state'})`;
	return { row, status: 'retry', afterMs: 1000, reason };
}

/**
 * From the lists of rows that failed and, where ids are needed, that succeeded. A row that is in neither
 * was written only where Salesforce worked on every row and the list has all that failed.
 */
function results(request: JobRequest, failed: string, succeeded: string): RowOutcome[] {
	const { rows, job } = request;
	const failures = listed(request, failed);
	const successes = listed(request, succeeded);
	const { processed = rows.length } = job;
	const isTold = !wantsIds(job) && processed >= rows.length && hasFailures(request, failed);
	return rows.map((row) => {
		const { id, operation } = writeOf(row);
		const failure = failures.get(id);
		if (failure) return refusalOfRow(row, [readError(failure['sf__Error'] ?? '')]);
		const success = successes.get(id);
		if (!success && !isTold) return untold(row);
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
