import type { MessageRef, MessageStatus } from '../../chat';
import { isoTime } from '../../event/event';
import { expectOk } from '../../http';
import { asArray, asObject, asString, defined, type JsonObject } from '../../json';
import { userNumber } from '../../message/phone';
import { baseUrl, type Call } from '../../provider';
import { channelOf } from './channel';
import { readFailure } from './errors';
import { profile } from './profile';
import { deliveryError, stateOf } from './state';

/** GET /api/partner-gateway/v1/messages/status/{messageId}, by our own message id. */
export async function status(
	call: Call,
	messages: readonly MessageRef[],
): Promise<MessageStatus[]> {
	const found: MessageStatus[] = [];
	for (const { id } of messages) found.push(...(await statusOf(call, id)));
	return found;
}

async function statusOf({ http, settings }: Call, id: string): Promise<MessageStatus[]> {
	const base = baseUrl(settings, profile.exampleBaseUrl);
	const url = `${base}/api/partner-gateway/v1/messages/status/${encodeURIComponent(id)}`;
	const response = await http({ method: 'GET', url });
	if (response.status === 404) return [];
	return readStatus(id, expectOk(response, readFailure));
}

/** The documents show `{deliveryStatus}` and no more; the rest is read as callbacks have it. */
function readStatus(id: string, raw: unknown): MessageStatus[] {
	const answer = oneOf(raw);
	const { deliveryStatus, status: word, statusCode, description, error } = answer;
	const code = deliveryStatus ?? word ?? statusCode;
	const state = stateOf(code);
	// An answer that names neither a state nor the message does not show that the message is there.
	if (!asString(code) && !namesMessage(answer, id)) return [];
	const to = asString(answer['destination'] ?? answer['phoneNumber']);
	return [
		{
			id,
			state: state ?? 'unknown',
			raw,
			...defined({
				channel: channelOf(answer['channel']),
				to: to && userNumber(to),
				doneAt: isoTime(asString(answer['eventDate'] ?? answer['timestamp'])),
				error: deliveryError(state, error ?? description, code),
			}),
		},
	];
}

/** The last entry where an answer lists one for each channel: it is the one still under way. */
function oneOf(raw: unknown): JsonObject {
	return asObject(Array.isArray(raw) ? asArray(raw).at(-1) : raw);
}

function namesMessage({ customerMessageId, messageId }: JsonObject, id: string): boolean {
	return asString(customerMessageId) === id || asString(messageId) === id;
}
