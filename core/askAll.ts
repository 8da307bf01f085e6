import type { Clock } from './clock';
import { categoryFacts, type ProviderError, RcsError } from './errors';
import { RateLimit } from './rateLimit';
import { retryDelay } from './retryDelay';
import type { Pace } from './sendAll';

/** What a request gave, or why it gave nothing. */
export type Asked<R> = { ok: true; value: R } | { ok: false; error: ProviderError };

/**
 * Makes any number of requests that may be repeated, because they change nothing or change the same
 * thing again: with bounded concurrency, under the rate limit, and again after whatever may pass. Once
 * an answer says that every request will fail, no more are made. Gives one answer a request, in order.
 */
export async function askAll<T, R>(
	requests: readonly T[],
	ask: (request: T, now: Date) => Promise<R>,
	pace: Pace,
	clock: Clock,
): Promise<Asked<R>[]> {
	const answers: Asked<R>[] = [];
	const limit = pace.perSecond ? new RateLimit(pace.perSecond, clock) : undefined;
	const queue = requests.entries();
	let hopeless: ProviderError | undefined;
	const work = async () => {
		for (const [i, request] of queue) {
			const answer: Asked<R> = hopeless
				? { ok: false, error: hopeless }
				: await askWithRetries((now) => ask(request, now), pace.retries, clock, limit);
			answers[i] = answer;
			if (!answer.ok && isHopeless(answer.error)) hopeless = answer.error;
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, pace.concurrency) }, work));
	return answers;
}

async function askWithRetries<R>(
	ask: (now: Date) => Promise<R>,
	retries: number,
	clock: Clock,
	limit: RateLimit | undefined,
): Promise<Asked<R>> {
	for (let attempt = 0; ; attempt += 1) {
		await limit?.room(1);
		const answer = await answerOf(() => ask(new Date(clock.now())));
		if (answer.ok || !answer.error.retryable || attempt >= retries) return answer;
		await clock.wait(retryDelay(answer.error, attempt));
	}
}

async function answerOf<R>(ask: () => Promise<R>): Promise<Asked<R>> {
	try {
		return { ok: true, value: await ask() };
	} catch (error) {
		if (!(error instanceof RcsError)) throw error;
		return { ok: false, error: error.detail };
	}
}

/** Whether every other request would end in the same way. */
function isHopeless({ category, retryable }: ProviderError): boolean {
	return categoryFacts[category].concernsEveryMessage && !retryable;
}

/** A list in parts of a size. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
		list.slice(i * size, (i + 1) * size),
	);
}
