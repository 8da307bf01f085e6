import type { ChatEvent } from '../../chat';
import { providerError, RcsError } from '../../errors';
import { asArray, asObject, type JsonObject } from '../../json';
import { invalid } from '../../send';
import type { Call } from '../../provider';
import { requireAgent } from './agent';
import { statusError } from './errors';
import { platform } from './platform';
import { request } from './request';
import { isRefusal, statusGroup } from './statusGroup';

/**
 * POST /rcs/1/events: shows for five seconds that the agent types, or that it has read a message of
 * the person. @throws RcsError also for a 200 that refuses the event.
 */
export async function event(call: Call, chatEvent: ChatEvent): Promise<void> {
	const { to, from } = chatEvent;
	const body = await request(call, 'POST', '/rcs/1/events', {
		events: [
			{
				sender: from || requireAgent(call.settings),
				destinations: [{ to: to.replace(/^\+/, '') }],
				content: contentOf(chatEvent),
				...platform(call.settings),
			},
		],
	});
	const [answer] = asArray(asObject(body)['messages']);
	const { status } = asObject(answer);
	if (isRefusal(status)) throw new RcsError(statusError(status));
	if (!statusGroup(status))
		throw new RcsError(providerError('provider', 'Infobip did not say what became of the event'));
}

/** Infobip marks one message as read, and has no word for "the latest". */
function contentOf(chatEvent: ChatEvent): JsonObject {
	if (chatEvent.type === 'typing') return { type: 'TYPING_INDICATOR' };
	const { messageId } = chatEvent;
	if (messageId) return { type: 'SEEN', messageId };
	const message =
		'messageId: Infobip needs the id of the message that was read, which its event names as inboundId';
	throw new RcsError(invalid([{ path: 'messageId', message }]));
}
