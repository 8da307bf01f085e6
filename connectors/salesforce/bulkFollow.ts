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

/** How often a step that may pass is tried before all of it begins anew. */
const MOST_TRIES = 8;

/**
 * Steps that change nothing when they are taken twice. A job that was made or filled and not closed does
 * nothing either, so those begin anew; a job that was closed is carried out, and must not be made again.
 */
const safeSteps: readonly Job['step'][] = ['close', 'watch', 'failed', 'succeeded'];

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
	const to = (next: Partial<Job>) => stepOf(request, { ...job, asked: 1, ...next }, settings);
	if (response.status < 200 || response.status > 299) {
		if (isClosed(request, response)) return to({ step: 'watch' });
		return maySucceed(request, response) ? again(request) : undefined;
	}
	const answer = asObject(parseJson(response.body));
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

/** The answer to closing it was lost before, or it ended otherwise: its state tells. */
function isClosed({ job }: JobRequest, { body }: HttpResponse): boolean {
	return job.step === 'close' && failureIn(parseJson(body)).code === 'INVALIDJOBSTATE';
}

function maySucceed({ job }: JobRequest, { status, body }: HttpResponse): boolean {
	const { then } = classOf(failureIn(parseJson(body)), status);
	const most = job.step === 'watch' ? MOST_WATCHES : MOST_TRIES;
	return safeSteps.includes(job.step) && then === 'retry' && job.asked < most;
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
	const isSafe = safeSteps.includes(job.step) ? { isSafe: true as const } : {};
	return { ...requests[job.step](), rows, job, afterMs, ...isSafe };
}
