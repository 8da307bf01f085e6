import type { CapabilityResult } from './capability';
import { categoryFacts, type ProviderError, RcsError } from './errors';
import type { Call, Provider } from './provider';
import type { Clock } from './clock';
import { type Pace, retryDelay } from './sendAll';

/** What is known of a number, or why nothing is. */
export type CheckAnswer =
	{ ok: true; result: CapabilityResult } | { ok: false; error: ProviderError };

/**
 * Checks any number of numbers with as few requests as the provider takes. Asking changes nothing, so
 * whatever may pass is tried again. Once an answer says that every request will fail, no more are made.
 */
export async function checkAll(
	provider: Provider,
	call: Omit<Call, 'now'>,
	numbers: readonly string[],
	pace: Pick<Pace, 'concurrency' | 'retries'>,
	clock: Clock,
): Promise<Map<string, CheckAnswer>> {
	const answers = new Map<string, CheckAnswer>();
	const queue = chunks(numbers, chunkSize(provider, numbers.length))[Symbol.iterator]();
	let hopeless: ProviderError | undefined;
	const work = async () => {
		for (const chunk of queue) {
			const answer: Answer = hopeless
				? { error: hopeless }
				: await checkWithRetries(provider, call, chunk, pace.retries, clock);
			if ('error' in answer) {
				if (isHopeless(answer.error)) hopeless = answer.error;
				for (const number of chunk) answers.set(number, { ok: false, error: answer.error });
			} else for (const result of answer.results) answers.set(result.to, { ok: true, result });
		}
	};
	await Promise.all(Array.from({ length: pace.concurrency }, work));
	return answers;
}

/** One by one where the provider's bulk call is not for so few. */
function chunkSize({ profile: { bulk } }: Provider, count: number): number {
	return count < (bulk.numbersFrom ?? 0) ? 1 : bulk.numbers;
}

type Answer = { results: CapabilityResult[] } | { error: ProviderError };

async function checkWithRetries(
	provider: Provider,
	call: Omit<Call, 'now'>,
	numbers: readonly string[],
	retries: number,
	clock: Clock,
): Promise<Answer> {
	for (let attempt = 0; ; attempt += 1) {
		const answer = await check(provider, { ...call, now: new Date(clock.now()) }, numbers);
		if (!('error' in answer) || !answer.error.retryable || attempt >= retries) return answer;
		await clock.wait(retryDelay(answer.error, attempt));
	}
}

async function check(provider: Provider, call: Call, numbers: readonly string[]): Promise<Answer> {
	try {
		return { results: (await provider.capability?.(call, numbers)) ?? [] };
	} catch (error) {
		if (!(error instanceof RcsError)) throw error;
		return { error: error.detail };
	}
}

/** Whether every other request would end in the same way. */
function isHopeless({ category, retryable }: ProviderError): boolean {
	return categoryFacts[category].concernsEveryMessage && !retryable;
}

function chunks<T>(list: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
		list.slice(i * size, (i + 1) * size),
	);
}
