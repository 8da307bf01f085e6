import { unclearAnswer } from '../../http';
import { asArray, asBoolean, asObject, asString, defined, isObject } from '../../json';
import type { ReadyMessage } from '../../message/types';
import type { SendResult } from '../../provider';
import { channelOf } from './channel';
import { codeError, codeOf } from './errors';

/**
 * Reads `{success: "100", messages: [{id, channel, success, error, error_text}]}`, or the bare code. The
 * message's own `success` counts; the code stands in where the answer names no message.
 */
export function decodeResponse(body: unknown, { id, to }: ReadyMessage): SendResult {
	const about = { id, to, raw: body ?? null };
	const [entry] = asArray(asObject(body)['messages']);
	const taken = isObject(entry) ? asBoolean(entry['success']) : codeOf(body) === '100' || undefined;
	const { id: theirs, channel: name, error, error_text } = asObject(entry);
	if (taken) {
		const providerMessageId = asString(theirs);
		const channel = channelOf(name);
		const fallback = channel === 'rcs' ? undefined : channel;
		return { ...about, status: 'accepted', ...defined({ providerMessageId, channel: fallback }) };
	}
	if (taken === false)
		return {
			...about,
			status: 'rejected',
			error: codeError(asString(error), asString(error_text)),
		};
	const unclear = 'seven.io took the request but did not say what became of the message';
	return { ...about, status: 'unknown', error: unclearAnswer(body, unclear) };
}
