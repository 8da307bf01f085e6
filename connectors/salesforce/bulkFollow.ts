import { failureOf, type HttpRequest, type HttpResponse } from '../../core/http';
import { asObject, asString, type JsonObject, parseJson } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { FollowUp, PlannedRequest } from '../row';
import { MOST_WAIT_MS } from '../waits';
import { apiUrl } from './api';
import { isJob, type Job, type JobRequest } from './bulk';
import { countsOf, hasFailures, hasSuccesses, wantsIds } from './bulkResults';
import { toCsv } from './csv';
import { classOf, failureIn } from './errors';

/** Salesforce works on a job for seconds to minutes. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/** After about half an hour nobody waits any longer. */
export const MOST_WATCHES = 30;

/** How often a step that may pass is tried before all of it begins anew. */
const MOST_TRIES = 8;

/**
 * Steps that change nothing when they are taken twice. A job that was made or filled and not closed does
 * nothing either, so those begin anew; a job that was closed is carried out, and must not be made again.
 */
const safeSteps: readonly Job['step'][] = ['close', 'watch', 'failed', 'succeeded'];

/** The states in which Salesforce still works on a job. */
const runningStates: readonly string[] = ['Open', 'UploadComplete', 'InProgress'];

/** Whether a job still runs, also for all that its answer tells: it may be cut off, or the page of a proxy. */
export function isUnderWay(answer: JsonObject): boolean {
	const state = asString(answer['state']);
	if (state === undefined || runningStates.includes(state)) return true;
	return state === 'JobComplete' && countsOf(answer).failed === undefined;
}

/** The next step of a job; none where its answer says what became of the rows. */
export function follow(
	request: PlannedRequest,
	response: HttpResponse,
	settings: CrmSettings,
): FollowUp | undefined {
	if (!isJob(request)) return undefined;
	const { job } = request;
	const to = (next: Partial<Job>) => stepOf(request, { ...job, asked: 1, ...next }, settings);
	if (response.status < 200 || response.status > 299) {
		if (isClosed(request, response)) return to({ step: 'watch' });
		return maySucceed(request, response) ? again(request, retryAfter(response)) : undefined;
	}
	const answer = asObject(parseJson(response.body));
	const id = asString(answer['id']);
	if (job.step === 'create') return id === undefined ? undefined : to({ step: 'upload', id });
	if (job.step === 'upload') return to({ step: 'close' });
	if (job.step === 'close') return to({ step: 'watch' });
	if (job.step === 'watch') return afterWatch(request, answer, to);
	const mayAsk = job.asked < MOST_TRIES;
	if (job.step === 'failed') {
		if (mayAsk && !hasFailures(request, response.body)) return again(request);
		return wantsIds(job) ? to({ step: 'succeeded', failures: response.body }) : undefined;
	}
	return mayAsk && !hasSuccesses(request, response.body) ? again(request) : undefined;
}

function afterWatch(
	request: JobRequest,
	answer: JsonObject,
	to: (next: Partial<Job>) => FollowUp,
): FollowUp | undefined {
	const { job } = request;
	if (isUnderWay(answer)) return job.asked < MOST_WATCHES ? again(request) : undefined;
	if (answer['state'] !== 'JobComplete') return undefined;
	const counts = countsOf(answer);
	if (counts.failed !== 0) return to({ step: 'failed', ...counts });
	return wantsIds(job) ? to({ step: 'succeeded', ...counts }) : undefined;
}

/** The answer to closing it was lost before, or it ended otherwise: its state tells. */
function isClosed({ job }: JobRequest, { body }: HttpResponse): boolean {
	return job.step === 'close' && failureIn(parseJson(body)).code === 'INVALIDJOBSTATE';
}

function maySucceed({ job }: JobRequest, response: HttpResponse): boolean {
	const { then } = classOf(failureIn(parseJson(response.body)), response.status);
	if ((retryAfter(response) ?? 0) > MOST_WAIT_MS) return false;
	const most = job.step === 'watch' ? MOST_WATCHES : MOST_TRIES;
	return safeSteps.includes(job.step) && then === 'retry' && job.asked < most;
}

function retryAfter(response: HttpResponse): number | undefined {
	return failureOf(response).retryAfterMs;
}

function again({ job, ...request }: JobRequest, toldMs?: number): FollowUp & JobRequest {
	const next = { ...job, asked: job.asked + 1 };
	return { ...request, job: next, afterMs: toldMs ?? waitBefore(next) };
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
	const isSafe = safeSteps.includes(job.step) ? { isSafe: true as const } : {};
	return { ...requests[job.step](), rows, job, afterMs, ...isSafe };
}
