import { askAll, chunks } from './askAll';
import type { CapabilityResult } from './capability';
import type { Clock } from './clock';
import type { ProviderError } from './errors';
import type { Call, Provider } from './provider';
import type { Pace } from './sendAll';

/** What is known of a number, or why nothing is. */
export type CheckAnswer =
	{ ok: true; result: CapabilityResult } | { ok: false; error: ProviderError };

/** Checks any number of numbers with as few requests as the provider takes; see askAll. */
export async function checkAll(
	provider: Provider,
	call: Omit<Call, 'now'>,
	numbers: readonly string[],
	pace: Pace,
	clock: Clock,
): Promise<Map<string, CheckAnswer>> {
	const asked = requests(provider, numbers);
	const check = async (chunk: readonly string[], now: Date) =>
		(await provider.capability?.({ ...call, now }, chunk)) ?? [];
	const answers = new Map<string, CheckAnswer>();
	(await askAll(asked, check, pace, clock)).forEach((answer, i) => {
		if (answer.ok) for (const result of answer.value) answers.set(result.to, { ok: true, result });
		else for (const number of asked[i] ?? []) answers.set(number, answer);
	});
	return answers;
}

/** Asks for numbers to be checked and the answers sent to a URL; gives the numbers that were not asked for, and why. */
export async function checkAllByWebhook(
	provider: Provider,
	call: Omit<Call, 'now'>,
	numbers: readonly string[],
	url: string,
	pace: Pace,
	clock: Clock,
): Promise<Map<string, ProviderError>> {
	const asked = requests(provider, numbers);
	const ask = async (chunk: readonly string[], now: Date) =>
		provider.capabilityByWebhook?.({ ...call, now }, chunk, url);
	const refused = new Map<string, ProviderError>();
	(await askAll(asked, ask, pace, clock)).forEach((answer, i) => {
		if (answer.ok) return;
		for (const number of asked[i] ?? []) refused.set(number, answer.error);
	});
	return refused;
}

/** The numbers of each request. */
function requests(provider: Provider, numbers: readonly string[]): string[][] {
	return chunks(numbers, chunkSize(provider, numbers.length));
}

/**
 * One by one where the provider's bulk call is not for so few. A bulk call that needs a least number
 * gets parts of the same size, because a small rest would be too few.
 */
function chunkSize({ profile: { bulk } }: Provider, count: number): number {
	if (bulk.numbersFrom === undefined) return bulk.numbers;
	return count < bulk.numbersFrom ? 1 : Math.ceil(count / Math.ceil(count / bulk.numbers));
}
