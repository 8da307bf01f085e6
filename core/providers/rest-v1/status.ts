import type { MessageRef, MessageStatus } from '../../chat';
import { RcsError } from '../../errors';
import { defined, type JsonObject } from '../../json';
import type { Call } from '../../provider';
import { agentOf, channelOf, userOf } from './about';
import { statedError } from './errors';
import { objectIn, pick, pickString, readTime } from './read';
import { ask } from './request';
import { stateOf } from './states';

/** GET /v1/messages/{id} for each message. One the service does not know is left out. */
export async function status(
	call: Call,
	messages: readonly MessageRef[],
): Promise<MessageStatus[]> {
	const found: MessageStatus[] = [];
	for (const { id } of messages) {
		const body = await bodyOf(call, id);
		const message = objectIn(body, 'message');
		// What says nothing of a message - the page of a proxy - is no message found.
		if (pickString(message, 'id', 'message_id', 'status', 'state'))
			found.push(toStatus(id, message, body));
	}
	return found;
}

async function bodyOf(call: Call, id: string): Promise<unknown> {
	try {
		return await ask(call, 'GET', 'message', { id });
	} catch (error) {
		if (error instanceof RcsError && error.detail.category === 'notFound') return undefined;
		throw error;
	}
}

function toStatus(id: string, message: JsonObject, raw: unknown): MessageStatus {
	const state = stateOf(message);
	const failed = state === 'failed' || state === 'expired';
	const category = state === 'expired' ? 'expired' : 'notReachable';
	const otherwise = { category, message: `The service says that the message ${state}` } as const;
	return {
		id,
		state,
		...defined({
			channel: channelOf(message),
			to: userOf(message, 'to'),
			agent: agentOf(message, 'to'),
			sentAt: readTime(pick(message, 'sent_at')),
			doneAt: readTime(pick(message, 'read_at', 'delivered_at', 'failed_at', 'updated_at')),
			error: failed ? statedError(message, otherwise) : undefined,
		}),
		raw,
	};
}
