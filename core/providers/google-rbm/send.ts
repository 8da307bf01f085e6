import { expectOk, failureOf, unclearAnswer } from '../../http';
import { asObject, asString, parseJson } from '../../json';
import type { ReadyMessage } from '../../message/types';
import type { Call, SendResult } from '../../provider';
import { encodeRequest } from './encode';
import { readFailure } from './errors';

/**
 * Sends messages, one a request. Google ignores a message id that it has seen before and answers as if
 * it were new, so that a send may be repeated; `ALREADY_EXISTS` means the same.
 */
export async function send(call: Call, messages: readonly ReadyMessage[]): Promise<SendResult[]> {
	return Promise.all(messages.map((message) => sendOne(call, message)));
}

async function sendOne({ http, settings }: Call, message: ReadyMessage): Promise<SendResult> {
	const { id, to } = message;
	const response = await http(encodeRequest(message, settings));
	const refusal = response.status === 409 ? failureOf(response, readFailure) : undefined;
	if (refusal?.code === 'ALREADY_EXISTS')
		return { id, to, status: 'rejected', error: refusal, raw: parseJson(response.body) };
	const raw = expectOk(response, readFailure);
	if (asString(asObject(raw)['name'])) return { id, to, status: 'accepted', raw };
	const words = 'Google took the request but did not name the message';
	return { id, to, status: 'unknown', error: unclearAnswer(raw, words), raw: raw ?? null };
}
