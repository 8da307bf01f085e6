import type { Clock } from './clock';
import { categoryFacts, type ProviderError, RcsError } from './errors';
import { FailureStreak, notTried } from './failureStreak';
import { neverSent } from './http';
import type { ReadyMessage } from './message/types';
import type { Call, Profile, Provider, SendResult } from './provider';
import { RateLimit } from './rateLimit';
import { isLongWait, retryDelay } from './retryDelay';
import { batches, sendBatch, unknownOutcome } from './send';

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
	const run: Run = { provider, call, pace, clock, limit, failures: new FailureStreak() };
	const queue = batches(provider, messages, limit?.burst)[Symbol.iterator]();
	const send = async (batch: readonly ReadyMessage[], answered?: () => void) => {
		for (const result of await sendOrGiveUp(run, batch, answered)) results.set(result.id, result);
	};
	const work = async () => {
		for (const batch of queue) await send(batch);
	};
	const lead = async (answered: () => void) => {
		const { value: first } = queue.next();
		try {
			if (first) await send(first, answered);
		} finally {
			answered();
		}
		await work();
	};
	// The first request goes alone: it is slow, because everything is new to it, and the ones behind
	// it would reach the provider at the same moment. Its retries hold up nobody.
	let leading = Promise.resolve();
	await new Promise<void>((answered) => {
		leading = lead(answered);
	});
	await Promise.all([leading, ...Array.from({ length: Math.max(0, pace.concurrency - 1) }, work)]);
	return results;
}

interface Run {
	provider: Provider;
	call: Omit<Call, 'now'>;
	pace: Pace;
	clock: Clock;
	limit: RateLimit | undefined;
	failures: FailureStreak;
}

/** Sends a batch, unless the requests before it show that it would fail too. */
async function sendOrGiveUp(
	run: Run,
	batch: readonly ReadyMessage[],
	answered?: () => void,
): Promise<SendResult[]> {
	const { hopeless } = run.failures;
	if (hopeless) return batch.map(({ id, to }) => notTried(id, to, hopeless));
	const results = await lookUp(run, await sendWithRetries(run, batch, answered));
	const error = wholeFailure(results);
	run.failures.note(error);
	// One message the provider cannot read must not hold up the others of its bulk call.
	if (error && batch.length > 1 && refusesContent(error)) return sendHalves(run, batch);
	return results;
}

/** Messages of an unknown outcome, looked up where the provider knows them by our ids. */
async function lookUp(run: Run, results: readonly SendResult[]): Promise<SendResult[]> {
	const lost = results.filter(({ status }) => status === 'unknown');
	const found = lost.length > 0 ? await foundAmong(run, lost) : new Set<string>();
	return results.map((result) => {
		if (result.status !== 'unknown') return result;
		if (!found.has(result.id)) return flagForReview(result);
		const { id, to, raw } = result;
		return { id, to, raw, status: 'accepted', lookedUp: true };
	});
}

/** Ids the provider has. A look-up that fails as well finds none: the outcome stays unknown. */
async function foundAmong(
	{ provider, call, clock }: Run,
	lost: readonly SendResult[],
): Promise<Set<string>> {
	if (!provider.profile.looksUpByMessageId || !provider.status) return new Set();
	try {
		const asked = { ...call, now: new Date(clock.now()) };
		const statuses = await provider.status(
			asked,
			lost.map(({ id, to }) => ({ id, to })),
		);
		return new Set(statuses.map(({ id }) => id));
	} catch (error) {
		if (error instanceof RcsError) return new Set();
		throw error;
	}
}

async function sendHalves(run: Run, batch: readonly ReadyMessage[]): Promise<SendResult[]> {
	const middle = Math.ceil(batch.length / 2);
	const first = await sendOrGiveUp(run, batch.slice(0, middle));
	return [...first, ...(await sendOrGiveUp(run, batch.slice(middle)))];
}

function refusesContent({ category, httpStatus }: ProviderError): boolean {
	return httpStatus !== undefined && !categoryFacts[category].concernsEveryMessage;
}

async function sendWithRetries(
	{ provider, call, pace, clock, limit }: Run,
	batch: readonly ReadyMessage[],
	answered?: () => void,
): Promise<SendResult[]> {
	let isLost = false;
	for (let attempt = 0; ; attempt += 1) {
		await limit?.room(batch.length);
		const results = await sendBatch(provider, { ...call, now: new Date(clock.now()) }, batch);
		answered?.();
		const error = wholeFailure(results);
		if (!error) return results;
		isLost ||= error.category === 'unknownOutcome';
		// What is said of a repetition says nothing about a request before it that may have arrived.
		const ended = isLost && !refusesContent(error) ? results.map(asUnknown) : results;
		if (!mayRepeat(error, provider.profile)) return ended;
		if (attempt >= pace.retries || isLongWait(error)) return ended.map(flagForReview);
		await clock.wait(retryDelay(error, attempt, provider.profile.retryDelaysMs));
	}
}

function asUnknown(result: SendResult): SendResult {
	return result.status === 'rejected' ? unknownOutcome(result.id, result.to, result.error) : result;
}

/** Everything was tried: somebody has to look at what is left. */
function flagForReview(result: SendResult): SendResult {
	return result.status === 'accepted' ? result : { ...result, needsReview: true };
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
