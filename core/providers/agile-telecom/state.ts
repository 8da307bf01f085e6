import type { MessageState } from '../../chat';
import { type ProviderError, providerError } from '../../errors';
import { asString, defined, lookUp } from '../../json';

/** States by the code of a delivery callback, and by the words of the webhook and status pages. */
const states: Readonly<Record<string, Exclude<MessageState, 'revoked' | 'unknown'>>> = {
	3: 'delivered',
	6: 'failed',
	PENDING: 'queued',
	SENT: 'sent',
	DELIVERED: 'delivered',
	READ: 'read',
	UNDELIVERABLE: 'failed',
	ERROR: 'failed',
	EXPIRED: 'expired',
};

export type KnownState = (typeof states)[string];

/** The state that a code or word stands for, or undefined when no document names it. */
export function stateOf(code: unknown): KnownState | undefined {
	return lookUp(states, asString(code)?.toUpperCase());
}

/** Why a message was not delivered: the documents give a description and no list of causes. */
export function deliveryError(
	state: KnownState | undefined,
	description: unknown,
	code: unknown,
): ProviderError | undefined {
	if (state !== 'failed' && state !== 'expired') return undefined;
	const category = state === 'expired' ? 'expired' : 'notReachable';
	const words = asString(description) ?? 'the message was not delivered';
	return providerError(category, `Agile Telecom: ${words}`, defined({ code: asString(code) }));
}
