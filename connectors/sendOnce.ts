import { RcsError } from '../core/errors';
import { type HttpResponse, neverSent } from '../core/http';
import type { FollowUp, PlannedRequest, RowOutcome } from './crm';
import type { CrmRun } from './execute';

/**
 * Sends a planned request, and those that follow from its answer, until the answer tells of every row.
 * A lost answer is an outcome too: the rows are to be written again, except for those that must not be.
 * So is a sign-in that was refused.
 */
export async function sendOnce(run: CrmRun, request: PlannedRequest): Promise<RowOutcome[]> {
	try {
		return await finish(run, request);
	} catch (error) {
		if (!(error instanceof RcsError)) throw error;
		const { message: reason, retryAfterMs: afterMs = LOST_MS, code, retryable } = error.detail;
		if (!retryable) return request.rows.map((row) => ({ row, status: 'reauth', reason }));
		return request.rows.map((row) =>
			row.once && !neverSent(code)
				? { row, status: 'unknown', reason }
				: { row, status: 'retry', afterMs, reason },
		);
	}
}

async function finish(run: CrmRun, request: PlannedRequest): Promise<RowOutcome[]> {
	const { crm, settings, clock } = run;
	const response = await ask(run, request);
	const next = crm.follow?.(request, response, settings);
	if (!next) return crm.read(request, response, settings);
	await clock.wait(next.afterMs);
	return finish(run, next);
}

/**
 * What changes nothing more is sent again by itself when its answer was lost, so that no job is made twice
 * because of it.
 */
async function ask(
	{ http, clock, retries }: CrmRun,
	request: PlannedRequest | FollowUp,
): Promise<HttpResponse> {
	const isSafe = request.method === 'GET' || ('isSafe' in request && request.isSafe);
	const repeats = isSafe ? retries : 0;
	for (let attempt = 0; ; attempt += 1) {
		try {
			return await http(request);
		} catch (error) {
			const mayPass = error instanceof RcsError && error.detail.retryable;
			if (!mayPass || attempt >= repeats) throw error;
			await clock.wait(LOST_MS * 2 ** attempt);
		}
	}
}

/** How long to wait after a connection that ended without an answer. */
const LOST_MS = 1000;
