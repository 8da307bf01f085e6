import { type EventDraft, makeEvent, readBody } from '../../event/event';
import { readTapped, readTyped } from '../../event/inbound';
import type { RcsEvent } from '../../event/types';
import { asObject, asString, type JsonObject, lookUp } from '../../json';
import { userNumber } from '../../message/phone';
import type { Delivery } from '../../webhook/delivery';
import { channelOf } from './channel';
import { deliveryError, stateOf } from './state';

type Draft = Omit<EventDraft, 'provider' | 'raw' | 'receivedAt'>;

const readers: Readonly<Record<string, (callback: JsonObject) => Draft>> = {
	DELIVERY: ({ statusCode, description, ...callback }) =>
		readReport(callback, statusCode, description),
	READ: (callback) => readReport(callback, 'READ', undefined),
	INBOUND: readInbound,
};

/**
 * A callback tells of one event, named by `eventType`. The older webhook page shows a form without
 * it: `{messageId, customerMessageId, phoneNumber, status, timestamp, channel, error}`.
 */
export function parse(delivery: Delivery): RcsEvent[] {
	const raw = readBody(delivery);
	const callback = asObject(raw);
	const read = lookUp(readers, asString(callback['eventType'])?.toUpperCase()) ?? readOlder;
	return [
		makeEvent({
			provider: 'agile-telecom',
			raw,
			receivedAt: delivery.receivedAt,
			channel: channelOf(callback['channel']),
			...read(callback),
		}),
	];
}

function readOlder({ status, error, ...callback }: JsonObject): Draft {
	return readReport(callback, status, error);
}

/** `customerMessageId` is ours where it is given; else `messageId` is the one that we sent. */
function readReport(callback: JsonObject, code: unknown, description: unknown): Draft {
	const { messageId, customerMessageId, destination, phoneNumber, eventDate, timestamp } = callback;
	const state = stateOf(code);
	const error = deliveryError(state, description, code);
	return {
		type: state ? `message.${state}` : 'unknown',
		messageId: asString(customerMessageId) ?? asString(messageId),
		user: number(destination ?? phoneNumber),
		occurredAt: asString(eventDate ?? timestamp),
		error,
		// SMS is always the last step. After RCS, a fallback may still be under way.
		safeToFallBack: error && channelOf(callback['channel']) === 'sms' ? true : undefined,
	};
}

/** Here `destination` is the agent, and `messageId` that of the person's own message. */
function readInbound(callback: JsonObject): Draft {
	const { messageId, source, destination, receivedDate, timestamp } = callback;
	return {
		providerEventId: asString(messageId),
		inboundId: asString(messageId),
		user: number(source),
		agent: asString(destination),
		occurredAt: asString(receivedDate ?? timestamp),
		...readSaid(callback),
	};
}

/**
 * A tap arrives as a text as well, and nothing marks it: the guide promises the postback data of a
 * reply without showing where. Where it has a member of its own, the tap is known for one.
 */
function readSaid({ text, mediaKey, messageType, postbackData, source }: JsonObject): Draft {
	const words = asString(text);
	const key = asString(mediaKey);
	const postback = asString(postbackData);
	if (postback) return readTapped(words, postback);
	if (key) return { type: 'message.received', text: words, media: { key } };
	if (words) return readTyped(words, false, asString(source));
	return { type: messageType === 'TEXT' ? 'message.received' : 'unknown' };
}

function number(value: unknown): string | undefined {
	const text = asString(value);
	return text && userNumber(text);
}
