import { type ProviderError, providerError } from '../../errors';
import { unclearAnswer } from '../../http';
import { asArray, asBoolean, asObject, asString, defined, isObject } from '../../json';
import type { ReadyMessage } from '../../message/types';
import type { SendResult } from '../../provider';
import { channelOf } from './channel';
import { codeError, codeOf } from './errors';

/** What seven.io calls an unknown error: it does not know itself what became of the message. */
export const UNKNOWN_ERROR = '700';

/**
 * Reads `{success: "100", messages: [{id, channel, success, error, error_text}]}`, or the bare code. The
 * message's own `success` counts; the code stands in where the answer has no list of messages.
 */
export function decodeResponse(body: unknown, { id, to }: ReadyMessage): SendResult {
	const about = { id, to, raw: body ?? null };
	const [entry] = asArray(asObject(body)['messages']);
	const taken = isObject(entry) ? asBoolean(entry['success']) : isBareYes(body) || undefined;
	const { id: theirs, channel: name, error, error_text } = asObject(entry);
	if (taken) {
		const providerMessageId = asString(theirs);
		const channel = channelOf(name);
		const fallback = channel === 'rcs' ? undefined : channel;
		return { ...about, status: 'accepted', ...defined({ providerMessageId, channel: fallback }) };
	}
	if (taken === false) {
		const refusal = codeError(asString(error), asString(error_text));
		return refusal.code === UNKNOWN_ERROR
			? { ...about, status: 'unknown', error: outcomeUnknown(refusal) }
			: { ...about, status: 'rejected', error: refusal };
	}
	const unclear = 'seven.io took the request but did not say what became of the message';
	return { ...about, status: 'unknown', error: unclearAnswer(body, unclear) };
}

/** A list of messages without the one that was sent says nothing of it, whatever the code. */
function isBareYes(body: unknown): boolean {
	return codeOf(body) === '100' && asObject(body)['messages'] === undefined;
}

/** The unknown error, as what it is for a message: it may have been sent. */
export function outcomeUnknown({ message, code, httpStatus }: ProviderError): ProviderError {
	const advice = 'Look the message up in the journal of seven.io before you send it again.';
	return providerError('unknownOutcome', message, defined({ code, httpStatus, advice }));
}
