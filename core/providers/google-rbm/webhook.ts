import { type EventDraft, makeEvent, readBody } from '../../event/event';
import type { EventType, RcsEvent } from '../../event/types';
import { providerError } from '../../errors';
import { asObject, asString, defined, type JsonObject, lookUp } from '../../json';
import { userNumber } from '../../message/phone';
import type { Delivery } from '../../webhook/delivery';
import { bareAgentId } from './address';
import { readUserMessage } from './inbound';
import { payloadOf, publishTime } from './payload';

type Draft = Omit<EventDraft, 'provider' | 'raw' | 'receivedAt'>;

/** One event a webhook: a UserMessage, a UserEvent, a ServerEvent or an AgentLaunchEvent. */
export function parse(delivery: Delivery): RcsEvent[] {
	const raw = readBody({ ...delivery, body: payloadOf(delivery) });
	const payload = asObject(raw);
	const user = asString(payload['senderPhoneNumber']) ?? asString(payload['phoneNumber']);
	const agent = asString(payload['agentId']);
	return [
		makeEvent({
			provider: 'google-rbm',
			raw,
			receivedAt: delivery.receivedAt,
			providerEventId: asString(payload['eventId']),
			user: user && userNumber(user),
			agent: agent && bareAgentId(agent),
			occurredAt: asString(payload['sendTime']) ?? publishTime(delivery),
			billing: readBilling(payload),
			...readPayload(payload),
		}),
	];
}

function readPayload(payload: JsonObject): Draft {
	const eventType = asString(payload['eventType']);
	if (eventType !== undefined) return readEvent(eventType, asString(payload['messageId']));
	const launchState = asString(payload['newLaunchState']);
	if (launchState !== undefined) return { type: 'agent.updated', text: launchState };
	return readUserMessage(payload);
}

/** What events of persons are here. Source: UserEvent.EventType. */
const userEvents: Readonly<Record<string, EventType>> = {
	DELIVERED: 'message.delivered',
	READ: 'message.read',
	IS_TYPING: 'user.typing',
	SUBSCRIBE: 'user.optedIn',
	UNSUBSCRIBE: 'user.optedOut',
};

/** Whether a message whose time was up is certain not to arrive. Source: ServerEvent.EventType. */
const isTakenBack: Readonly<Record<string, boolean>> = {
	TTL_EXPIRATION_REVOKED: true,
	TTL_EXPIRATION_REVOKE_FAILED: false,
};

/** `messageId` is ours: events are about what the agent sent. */
function readEvent(eventType: string, messageId: string | undefined): Draft {
	const safeToFallBack = lookUp(isTakenBack, eventType);
	if (safeToFallBack !== undefined) {
		const error = expiry(eventType, safeToFallBack);
		return { type: 'message.expired', channel: 'rcs', messageId, safeToFallBack, error };
	}
	const type = lookUp(userEvents, eventType);
	return type ? { type, channel: 'rcs', messageId } : { type: 'unknown', messageId };
}

const MAY_HAVE_ARRIVED =
	'It may have been delivered: wait for a delivery event, or send it over another channel only if two copies do less harm than none.';

function expiry(code: string, isGone: boolean): RcsEvent['error'] {
	return isGone
		? providerError('expired', 'The message was not delivered in time and was taken back', { code })
		: providerError('expired', 'The time of the message is up, but it could not be taken back', {
				code,
				advice: MAY_HAVE_ARRIVED,
			});
}

/** How Google counts the message: told for numbers of the United States only. */
function readBilling(payload: JsonObject): RcsEvent['billing'] {
	const { classificationType } = asObject(payload['richMessageClassification']);
	const interactionType = asString(classificationType);
	return interactionType ? defined({ interactionType }) : undefined;
}
