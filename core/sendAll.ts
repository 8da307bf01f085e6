import type { Clock } from './clock';
import type { ProviderError } from './errors';
import { neverSent } from './http';
import type { ReadyMessage } from './message/types';
import type { Call, Profile, Provider, SendResult } from './provider';
import { RateLimit } from './rateLimit';
import { batches, sendBatch } from './send';

export interface Pace {
	/** The most requests in flight at once. */
	concurrency: number;
	/** The most messages in any second. Absent: as fast as the concurrency allows. */
	perSecond?: number;
	/** How often a request is tried again when the provider asks for it or repeating is safe. */
	retries: number;
}

/**
 * Sends any number of ready messages: in bulk where the provider takes bulk calls, with bounded
 * concurrency, under the rate limit, and waiting as long as `Retry-After` says. Gives one result a
 * message, by message id.
 */
export async function sendAll(
	provider: Provider,
	call: Omit<Call, 'now'>,
	messages: readonly ReadyMessage[],
	pace: Pace,
	clock: Clock,
): Promise<Map<string, SendResult>> {
	const results = new Map<string, SendResult>();
	const limit = pace.perSecond ? new RateLimit(pace.perSecond, clock) : undefined;
	const queue = batches(provider, messages, limit?.burst)[Symbol.iterator]();
	const send = async (batch: readonly ReadyMessage[]) => {
		const sent = await sendWithRetries(provider, call, batch, pace.retries, clock, limit);
		for (const result of sent) results.set(result.id, result);
	};
	const work = async () => {
		for (const batch of queue) await send(batch);
	};
	// The first request goes alone: it is slow, because everything is new to it, and the ones behind
	// it would reach the provider at the same moment.
	const { value: first } = queue.next();
	if (first) await send(first);
	await Promise.all(Array.from({ length: Math.max(1, pace.concurrency) }, work));
	return results;
}

async function sendWithRetries(
	provider: Provider,
	call: Omit<Call, 'now'>,
	batch: readonly ReadyMessage[],
	retries: number,
	clock: Clock,
	limit: RateLimit | undefined,
): Promise<SendResult[]> {
	for (let attempt = 0; ; attempt += 1) {
		await limit?.room(batch.length);
		const results = await sendBatch(provider, { ...call, now: new Date(clock.now()) }, batch);
		const error = wholeFailure(results);
		if (!error || attempt >= retries || !mayRepeat(error, provider.profile)) return results;
		await clock.wait(retryDelay(error, attempt));
	}
}

/** The error of a request that failed as a whole; a single refused message is nothing to repeat. */
function wholeFailure(results: readonly SendResult[]): ProviderError | undefined {
	const [first] = results;
	if (!first || first.status === 'accepted' || first.raw !== null) return undefined;
	return first.error;
}

/**
 * A request the provider turned away (429, 503) or that never arrived was not carried out. Any other
 * failure may have been, so it is repeated only where the provider recognises our message ids.
 */
function mayRepeat(error: ProviderError, profile: Profile): boolean {
	const turnedAway =
		error.category === 'rateLimit' || error.httpStatus === 503 || neverSent(error.code);
	const passing = error.retryable || error.category === 'unknownOutcome';
	return passing && (turnedAway || profile.deduplicates);
}

const LONGEST_WAIT_MS = 60_000;

/** As long as the provider says, else 1 s, 2 s, 4 s ... */
export function retryDelay(error: ProviderError, attempt: number): number {
	return Math.min(error.retryAfterMs ?? 1000 * 2 ** attempt, LONGEST_WAIT_MS);
}
