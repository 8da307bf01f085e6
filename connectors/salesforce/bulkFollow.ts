import type { HttpRequest, HttpResponse } from '../../core/http';
import { asNumber, asObject, asString, parseJson } from '../../core/json';
import type { CrmSettings, FollowUp, PlannedRequest } from '../crm';
import { apiUrl } from './api';
import { isJob, type Job, type JobRequest } from './bulk';
import { toCsv } from './csv';
import { classOf, failureIn } from './errors';
import { isPerson } from './people';

/** Salesforce works on a job for seconds to minutes. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/** After about half an hour nobody waits any longer. */
export const MOST_WATCHES = 30;

/** The states in which Salesforce still works on a job. */
export const runningStates: readonly string[] = ['Open', 'UploadComplete', 'InProgress'];

/** The next step of a job; none where its answer says what became of the rows. */
export function follow(
	request: PlannedRequest,
	response: HttpResponse,
	settings: CrmSettings,
): FollowUp | undefined {
	if (!isJob(request)) return undefined;
	const { job } = request;
	if (response.status < 200 || response.status > 299)
		return maySucceed(request, response) ? again(request) : undefined;
	const answer = asObject(parseJson(response.body));
	const to = (next: Partial<Job>) => stepOf(request, { ...job, asked: 1, ...next }, settings);
	const id = asString(answer['id']);
	if (job.step === 'create') return id === undefined ? undefined : to({ step: 'upload', id });
	if (job.step === 'upload') return to({ step: 'close' });
	if (job.step === 'close') return to({ step: 'watch' });
	if (job.step === 'watch') return afterWatch(request, answer, to);
	if (job.step === 'failed' && wantsIds(job))
		return to({ step: 'succeeded', failures: response.body });
	return undefined;
}

function afterWatch(
	request: JobRequest,
	{ state, numberRecordsFailed }: ReturnType<typeof asObject>,
	to: (next: Partial<Job>) => FollowUp,
): FollowUp | undefined {
	if (runningStates.includes(asString(state) ?? ''))
		return request.job.asked < MOST_WATCHES ? again(request) : undefined;
	if (state !== 'JobComplete') return undefined;
	if (asNumber(numberRecordsFailed) !== 0) return to({ step: 'failed' });
	return wantsIds(request.job) ? to({ step: 'succeeded' }) : undefined;
}

/** Of people that may be new, the ids are needed. */
function wantsIds({ operation, object }: Job): boolean {
	return operation === 'upsert' && isPerson(object);
}

/** Asking for a job changes nothing, so what may pass is waited for. */
function maySucceed({ method, job }: JobRequest, { status, body }: HttpResponse): boolean {
	const { then } = classOf(failureIn(parseJson(body)), status);
	return method === 'GET' && then === 'retry' && job.asked < MOST_WATCHES;
}

function again({ job, ...request }: JobRequest): FollowUp & JobRequest {
	const next = { ...job, asked: job.asked + 1 };
	return { ...request, job: next, afterMs: waitBefore(next) };
}

function waitBefore({ asked }: Job): number {
	return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (asked - 1));
}

function stepOf({ rows }: JobRequest, job: Job, settings: CrmSettings): FollowUp & JobRequest {
	const address = (part = '') => apiUrl(settings, `/jobs/ingest/${job.id ?? ''}${part}`);
	const requests: Readonly<Record<Job['step'], () => HttpRequest>> = {
		create: () => ({ method: 'POST', url: apiUrl(settings, '/jobs/ingest') }),
		upload: () => ({
			method: 'PUT',
			url: address('/batches'),
			headers: { 'Content-Type': 'text/csv' },
			body: toCsv(rows),
		}),
		close: () => ({ method: 'PATCH', url: address(), body: { state: 'UploadComplete' } }),
		watch: () => ({ method: 'GET', url: address() }),
		failed: () => ({ method: 'GET', url: address('/failedResults') }),
		succeeded: () => ({ method: 'GET', url: address('/successfulResults') }),
	};
	const afterMs = job.step === 'watch' ? waitBefore(job) : 0;
	return { ...requests[job.step](), rows, job, afterMs };
}
