import { categoryFacts, type ProviderError } from '../core/errors';
import { defined } from '../core/json';
import type { Row, RowOutcome } from './row';
import { LOST_MS, MOST_WAIT_MS } from './waits';

/** What an error that does not pass in this run means for a row. */
export function givenUp(row: Row, error: ProviderError): RowOutcome {
	const { category, code, advice, message: reason, retryAfterMs: afterMs = LOST_MS } = error;
	if (category === 'auth') return { row, status: 'reauth', reason };
	if (category === 'rateLimit' || afterMs > MOST_WAIT_MS)
		return { row, status: 'park', afterMs, reason };
	const general = categoryFacts[category].concernsEveryMessage || undefined;
	return { row, status: 'dead', reason, category, ...defined({ code, advice, general }) };
}
