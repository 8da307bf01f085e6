import type { MessageState } from '../../chat';
import { type ErrorCategory, type ProviderError, providerError } from '../../errors';
import { asString, lookUp } from '../../json';

/** What the status words of delivery reports, of GET /status and of RCS webhooks say of a message. */
const states: Readonly<Record<string, Exclude<MessageState, 'revoked' | 'unknown'>>> = {
	ACCEPTED: 'queued',
	BUFFERED: 'sent',
	TRANSMITTED: 'sent',
	DELIVERED: 'delivered',
	READ: 'read',
	NOTDELIVERED: 'failed',
	REJECTED: 'failed',
	FAILED: 'failed',
	EXPIRED: 'expired',
};

export type KnownState = (typeof states)[string];

/** The state of a word; `UNKNOWN` and words that no document has are none. */
export function stateOf(word: unknown): KnownState | undefined {
	return lookUp(states, asString(word)?.toUpperCase());
}

const failures: Readonly<Record<string, { category: ErrorCategory; words: string }>> = {
	NOTDELIVERED: { category: 'notReachable', words: 'the message could not be delivered' },
	REJECTED: { category: 'blocked', words: 'the carrier rejected the message' },
	FAILED: { category: 'notReachable', words: 'the delivery failed' },
	EXPIRED: { category: 'expired', words: 'the message was not delivered in its validity time' },
};

/** Why a message did not arrive, where its status word says that it did not. */
export function deliveryError(word: unknown): ProviderError | undefined {
	const code = asString(word)?.toUpperCase();
	const failure = lookUp(failures, code);
	if (!failure || code === undefined) return undefined;
	return providerError(failure.category, `seven.io: ${failure.words}`, { code });
}
