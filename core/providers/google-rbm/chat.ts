import type { ChatEvent, MessageRef } from '../../chat';
import { providerError, RcsError } from '../../errors';
import { expectOk } from '../../http';
import { defined } from '../../json';
import type { Call } from '../../provider';
import { phonePath, rbmUrl } from './address';
import { readFailure } from './errors';

/**
 * DELETE /v1/phones/{E.164}/agentMessages/{messageId}. Google answers 200 whether or not the message
 * could still be taken back; a `DELIVERED` event afterwards says that it could not.
 */
export async function revoke({ http, settings }: Call, { id, to }: MessageRef): Promise<void> {
	if (!to) throw missing('to', 'the phone number that the message was sent to');
	const path = phonePath(to, `agentMessages/${encodeURIComponent(id)}`);
	expectOk(await http({ method: 'DELETE', url: rbmUrl(settings, path) }), readFailure);
}

/** POST /v1/phones/{E.164}/agentEvents: IS_TYPING, or READ for one message of the person. */
export async function event({ http, settings, newId }: Call, chat: ChatEvent): Promise<void> {
	const messageId = chat.type === 'read' ? chat.messageId : undefined;
	if (chat.type === 'read' && !messageId)
		throw missing('messageId', 'the id of the message that was read, as its webhook names it');
	const query = { agent: chat.from, ids: { eventId: newId() } };
	const url = rbmUrl(settings, phonePath(chat.to, 'agentEvents'), query);
	const eventType = chat.type === 'read' ? 'READ' : 'IS_TYPING';
	const body = defined({ eventType, messageId });
	expectOk(await http({ method: 'POST', url, body }), readFailure);
}

function missing(path: string, what: string): RcsError {
	const message = `Google needs ${what}`;
	return new RcsError(providerError('validation', message, { problems: [{ path, message }] }));
}
