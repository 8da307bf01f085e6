import { type ProviderError, RcsError } from '../../errors';
import { unclearAnswer } from '../../http';
import { asObject, asString, defined } from '../../json';
import type { ReadyMessage } from '../../message/types';
import type { SendResult } from '../../provider';
import { failedState } from './errors';
import { stateIn } from './state';

/** Failures that pass: too many messages, or a service that is busy. */
function isTurnedAway({ code }: ProviderError): boolean {
	return code === '429' || code === '503';
}

/**
 * Reads `{name: "conversations/{c}/messages/{m}", createTime, state, fallbackText}`. Every state but
 * `FAILED` is acceptance: `FALLBACK` says that the text went out as SMS at once.
 *
 * @throws RcsError for a failure that passes, so that it is repeated like one that HTTP tells.
 */
export function decode(raw: unknown, { id, to }: ReadyMessage): SendResult {
	const { name, error: reason } = asObject(raw);
	const state = stateIn(raw);
	if (state === 'FAILED') {
		const error = failedState(reason);
		if (isTurnedAway(error)) throw new RcsError({ ...error, httpStatus: Number(error.code) });
		return { id, to, raw, status: 'rejected', error };
	}
	if (!state && !asString(name)) {
		const message = 'The provider took the request but did not say what became of the message';
		return { id, to, raw: raw ?? null, status: 'unknown', error: unclearAnswer(raw, message) };
	}
	const channel = state === 'FALLBACK' ? ('sms' as const) : undefined;
	const known = defined({ providerMessageId: asString(name), channel });
	return { id, to, raw, status: 'accepted', ...known };
}
