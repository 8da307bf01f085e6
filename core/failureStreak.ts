import { categoryFacts, type ProviderError, providerError } from './errors';
import type { SendResult } from './provider';

/** So many requests in a row that failed for a reason of their own are no accident. */
const HOPELESS_AFTER = 5;

/** Notices when every request fails because of the set-up or the provider, and trying on is pointless. */
export class FailureStreak {
	private length = 0;
	/** The error of the streak, once it is long enough. */
	hopeless: ProviderError | undefined;

	/** Takes note of how a request ended: the error of the whole request, or none. */
	note(error: ProviderError | undefined): void {
		this.length = error && isOfTheProvider(error) ? this.length + 1 : 0;
		if (this.length >= HOPELESS_AFTER) this.hopeless = error;
	}
}

function isOfTheProvider({ category }: ProviderError): boolean {
	return category === 'unknownOutcome' || categoryFacts[category].concernsEveryMessage;
}

/** The result of a message that was not tried: of this one it is known that it was not sent. */
export function notTried(id: string, to: string, error: ProviderError): SendResult {
	const message = `Not tried, because ${HOPELESS_AFTER} requests in a row failed: ${error.message}`;
	const known =
		error.category === 'unknownOutcome'
			? providerError('provider', message)
			: { ...error, message };
	return { id, to, status: 'rejected', error: known, raw: null };
}
