import { RcsError } from '../../errors';
import type { ReadyMessage } from '../../message/types';
import type { Call, SendResult } from '../../provider';
import { decodeResponse, outcomeUnknown, UNKNOWN_ERROR } from './decode';
import { encodeMessage } from './encode';
import { request } from './request';

/** POST /rcs/messages, a request for each message. @throws RcsError for what is refused as a whole. */
export async function send(call: Call, messages: readonly ReadyMessage[]): Promise<SendResult[]> {
	return Promise.all(messages.map((message) => sendOne(call, message)));
}

async function sendOne(call: Call, message: ReadyMessage): Promise<SendResult> {
	const body = encodeMessage(message, call.settings, call.now);
	try {
		return decodeResponse(await request(call, 'POST', '/rcs/messages', body), message);
	} catch (error) {
		if (!(error instanceof RcsError) || error.detail.code !== UNKNOWN_ERROR) throw error;
		const { id, to } = message;
		return { id, to, raw: null, status: 'unknown', error: outcomeUnknown(error.detail) };
	}
}
