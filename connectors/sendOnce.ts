import { type ProviderError, RcsError } from '../core/errors';
import { type HttpResponse, neverSent } from '../core/http';
import type { FollowUp, PlannedRequest, Row, RowOutcome } from './row';
import type { CrmRun } from './execute';
import { givenUp } from './givenUp';
import { LOST_MS, MOST_WAIT_MS } from './waits';
import { withoutPhones } from './withoutPhones';

/**
 * Sends a planned request, and those that follow from its answer, until the answer tells of every row.
 * A lost answer, or one that cannot be read, is an outcome too: the rows are to be written again, except
 * for those that must not be. So is a sign-in that was refused.
 */
export async function sendOnce(run: CrmRun, request: PlannedRequest): Promise<RowOutcome[]> {
	const outcomes = await outcomesOf(run, request);
	const hide = withoutPhones(request.rows.map(({ phone }) => phone));
	return outcomes.map((outcome) =>
		'reason' in outcome ? inTime({ ...outcome, reason: hide(outcome.reason) }) : outcome,
	);
}

async function outcomesOf(run: CrmRun, request: PlannedRequest): Promise<RowOutcome[]> {
	try {
		return await finish(run, request);
	} catch (error) {
		if (!(error instanceof RcsError)) throw error;
		return request.rows.map((row) => unanswered(row, error.detail));
	}
}

function unanswered(row: Row, error: ProviderError): RowOutcome {
	const { message: reason, retryAfterMs, code, retryable } = error;
	if (!retryable) return givenUp(row, error);
	if (row.once && !neverSent(code)) return { row, status: 'unknown', reason };
	if (retryAfterMs === undefined) return { row, status: 'retry', afterMs: LOST_MS, reason };
	return { row, status: 'retry', afterMs: retryAfterMs, told: true, reason };
}

/** Nobody waits for hours: such rows are left for another run. */
function inTime(outcome: RowOutcome): RowOutcome {
	if (outcome.status !== 'retry' || outcome.afterMs <= MOST_WAIT_MS) return outcome;
	const { row, afterMs, reason } = outcome;
	return { row, status: 'park', afterMs, reason };
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
