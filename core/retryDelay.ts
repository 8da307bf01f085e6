import type { ProviderError } from './errors';

/** Whoever asks for more is not waited for: a workflow that stands still for an hour helps nobody. */
const LONGEST_WAIT_MS = 60_000;

export function isLongWait({ retryAfterMs = 0 }: ProviderError): boolean {
	return retryAfterMs > LONGEST_WAIT_MS;
}

/** As long as the provider says, else as its guide says, else 1 s, 2 s, 4 s ... */
export function retryDelay(
	error: ProviderError,
	attempt: number,
	delays: readonly number[] = [],
): number {
	const guided = delays[Math.min(attempt, delays.length - 1)];
	return error.retryAfterMs ?? guided ?? Math.min(1000 * 2 ** attempt, LONGEST_WAIT_MS);
}
