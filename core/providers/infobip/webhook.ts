import { type EventDraft, isoTime, makeEvent, readBody } from '../../event/event';
import { readTapped, readTyped } from '../../event/inbound';
import type { EventChannel, EventType, RcsEvent } from '../../event/types';
import {
	asArray,
	asNumber,
	asObject,
	asString,
	defined,
	isObject,
	type JsonObject,
	lookUp,
} from '../../json';
import { userNumber } from '../../message/phone';
import type { Delivery } from '../../webhook/delivery';
import { toResult } from './capability';
import { statusError } from './errors';
import { statusGroup } from './statusGroup';

type Draft = Omit<EventDraft, 'provider' | 'raw' | 'receivedAt'>;
interface Reader {
	/** Infobip names no type: each kind of webhook is known by the members only it has. */
	is(result: JsonObject): boolean;
	read(result: JsonObject, receivedAt: string): Draft;
}

/** Source: the webhooks of the OpenAPI description; the first reader that knows a result reads it. */
const readers: readonly Reader[] = [
	{ is: (result) => 'seenAt' in result, read: readSeen },
	{ is: (result) => isObject(result['capabilityCheckResult']), read: readCapability },
	{ is: (result) => 'templateStatus' in result, read: readTemplate },
	{ is: (result) => eventName(result) === 'TYPING_INDICATOR', read: readTyping },
	{ is: (result) => eventName(result) === 'CONVERSATION_STARTED', read: readConversation },
	{ is: (result) => typeof result['event'] === 'string', read: readAgentUpdate },
	{ is: (result) => isObject(result['message']), read: readInbound },
	{ is: (result) => isObject(result['status']), read: readReport },
];

function eventName(result: JsonObject): string | undefined {
	return asString(asObject(result['event'])['type']);
}

/** One event a result; `results` is absent in capability and template webhooks. */
export function parse(delivery: Delivery): RcsEvent[] {
	const body = readBody(delivery);
	const results = asObject(body)['results'];
	return (Array.isArray(results) ? asArray(results) : [body]).map((result) =>
		toEvent(result, delivery.receivedAt),
	);
}

function toEvent(raw: unknown, receivedAt: string): RcsEvent {
	const result = asObject(raw);
	const reader = readers.find(({ is }) => is(result));
	return makeEvent({
		provider: 'infobip',
		raw,
		receivedAt,
		campaignId: asString(result['campaignReferenceId']),
		clientRef: asString(result['callbackData']),
		billing: readBilling(result),
		...(reader ? reader.read(result, receivedAt) : { type: 'unknown' }),
	});
}

/** `from` and `to` of seen reports are described in both directions, so the phone number is the person. */
function readSeen(result: JsonObject): Draft {
	const { messageId, seenAt, from, to } = result;
	const [user, agent] = isNumber(from) || !isNumber(to) ? [from, to] : [to, from];
	return {
		type: 'message.read',
		messageId: asString(messageId),
		user: number(user),
		agent: asString(agent),
		channel: 'rcs',
		occurredAt: asString(seenAt),
	};
}

function isNumber(value: unknown): boolean {
	return /^\+?\d{7,15}$/.test(asString(value) ?? '');
}

function number(value: unknown): string | undefined {
	const text = asString(value);
	return text && userNumber(text);
}

function readCapability(result: JsonObject, receivedAt: string): Draft {
	const { phoneNumber, code, messageId } = asObject(result['capabilityCheckResult']);
	const user = number(phoneNumber);
	return {
		type: 'capability.result',
		providerEventId: asString(messageId),
		user,
		capability: user ? toResult(user, asString(code), receivedAt) : undefined,
	};
}

const templateEvents: Readonly<Record<string, EventType>> = {
	APPROVED: 'template.approved',
	REJECTED: 'template.rejected',
};

function readTemplate(result: JsonObject): Draft {
	const { name, templateStatus, comment, updatedAt } = result;
	const status = asString(templateStatus) ?? '';
	return {
		type: lookUp(templateEvents, status) ?? 'template.updated',
		occurredAt: asString(updatedAt),
		template: { name: asString(name) ?? '', status, ...defined({ comment: asString(comment) }) },
	};
}

function readTyping({ sender, to, receivedAt }: JsonObject): Draft {
	return {
		type: 'user.typing',
		user: number(sender),
		agent: asString(to),
		channel: 'rcs',
		occurredAt: asString(receivedAt),
	};
}

function readConversation({ messageId, trafficType, conversation }: JsonObject): Draft {
	const { id, type, startTime, endTime } = asObject(conversation);
	return {
		type: 'conversation.started',
		messageId: asString(messageId),
		occurredAt: asString(startTime),
		conversation: defined({
			id: asString(id),
			type: asString(type),
			startedAt: isoTime(asString(startTime)),
			endsAt: isoTime(asString(endTime)),
		}),
		billing: defined({ trafficType: asString(trafficType) }),
	};
}

/** Sender, launch and test number updates name themselves in `event`. */
function readAgentUpdate({ senderName, updatedAt, event, senderStatus }: JsonObject): Draft {
	return {
		type: asString(event)?.startsWith('RCS_') ? 'agent.updated' : 'unknown',
		agent: asString(senderName),
		occurredAt: asString(updatedAt),
		text: asString(senderStatus),
	};
}

function readInbound(result: JsonObject): Draft {
	const { sender, to, receivedAt, messageId, pairedMessageId, keyword, conversation } = result;
	const conversationId = asString(asObject(conversation)['id']);
	return {
		providerEventId: asString(messageId),
		user: number(sender),
		agent: asString(to),
		messageId: asString(pairedMessageId),
		channel: 'rcs',
		occurredAt: asString(receivedAt),
		keyword: asString(keyword),
		conversation: conversationId ? { id: conversationId } : undefined,
		...readContent(result),
	};
}

function readContent(result: JsonObject): Draft {
	const message = asObject(result['message']);
	const text = asString(message['text']);
	switch (message['type']) {
		case 'SUGGESTION': {
			const postbackData = asString(message['postbackData']);
			const isAction = result['interactionType'] === 'EVENT';
			return isAction
				? { type: 'message.clicked', text, postbackData }
				: readTapped(text, postbackData);
		}
		case 'TEXT':
			return readTyped(text ?? '', asString(result['pairedMessageId']) !== undefined);
		case 'FILE':
			return { type: 'message.received', media: readMedia(message) };
		case 'LOCATION':
			return { type: 'message.received', location: readLocation(message) };
		default:
			return { type: 'unknown' };
	}
}

function readMedia({ url, name, contentType, size }: JsonObject): RcsEvent['media'] {
	return {
		url: asString(url) ?? '',
		...defined({
			fileName: asString(name),
			mimeType: asString(contentType),
			bytes: asNumber(size),
		}),
	};
}

function readLocation({ latitude, longitude }: JsonObject): RcsEvent['location'] {
	const [lat, lng] = [asNumber(latitude), asNumber(longitude)];
	return lat === undefined || lng === undefined ? undefined : { latitude: lat, longitude: lng };
}

const channels: Readonly<Record<string, EventChannel>> = { RCS: 'rcs', SMS: 'sms', MMS: 'mms' };

/** A delivery report. The leg after a failed RCS leg has the same message id. */
function readReport(result: JsonObject): Draft {
	const { messageId, to, sender, channel, sentAt, doneAt, status, error } = result;
	const type = reportType(result);
	const failed = type === 'message.failed' || type === 'message.expired';
	return {
		type,
		messageId: asString(messageId),
		user: number(to),
		agent: asString(sender),
		channel: lookUp(channels, asString(channel) ?? 'RCS'),
		occurredAt: type === 'message.sent' ? asString(sentAt) : (asString(doneAt) ?? asString(sentAt)),
		error: failed || type === 'message.fallback' ? statusError(status, error) : undefined,
	};
}

/**
 * While a failover is still to come, a failed RCS leg is PENDING with an error: that is
 * `message.fallback` and not the end. `channel` is there only where a failover was asked for.
 */
function reportType({ status, error, channel }: JsonObject): EventType {
	const failed = (asNumber(asObject(error)['id']) ?? 0) !== 0;
	switch (statusGroup(status)) {
		case 'DELIVERED':
			return 'message.delivered';
		case 'PENDING':
			return failed && asString(channel) ? 'message.fallback' : 'message.sent';
		case 'ACCEPTED':
			return 'message.queued';
		case 'EXPIRED':
			return 'message.expired';
		case 'UNDELIVERABLE':
		case 'REJECTED':
			return 'message.failed';
		default:
			return 'unknown';
	}
}

function readBilling(result: JsonObject): RcsEvent['billing'] {
	const { trafficType, pricePerMessage, currency } = asObject(result['price']);
	const billing = defined({
		trafficType: asString(trafficType),
		interactionType: asString(result['interactionType']),
		price: asNumber(pricePerMessage),
		currency: asString(currency),
	});
	return Object.keys(billing).length > 0 ? billing : undefined;
}
