import type { ChatEvent, MessageRef } from '../../chat';
import { defined } from '../../json';
import type { Call } from '../../provider';
import { sevenNumber } from './number';
import { request } from './request';

/**
 * DELETE /rcs/messages/{id}, by the id that seven.io gave. It answers that it succeeded whatever became of
 * the message; one with a fallback cannot be taken back.
 */
export async function revoke(call: Call, { id }: MessageRef): Promise<void> {
	await request(call, 'DELETE', `/rcs/messages/${encodeURIComponent(id)}`);
}

/** POST /rcs/events: for the message that was read, or for what the person wrote last. */
export async function event(call: Call, chat: ChatEvent): Promise<void> {
	const messageId = chat.type === 'read' ? chat.messageId : undefined;
	const about = messageId ? { msg_id: messageId } : { to: sevenNumber(chat.to) };
	const name = chat.type === 'read' ? 'READ' : 'IS_TYPING';
	const from = chat.from || call.settings.agent || undefined;
	await request(call, 'POST', '/rcs/events', { event: name, ...about, ...defined({ from }) });
}
