import type { EventDraft } from '../../../event/event';
import type { RcsEvent } from '../../../event/types';
import { asBoolean, asNumber, asObject, asString, defined, type JsonObject } from '../../../json';
import { isoTime } from '../../../event/event';
import { userNumber } from '../../../message/phone';

/** What a reader knows of an event; the rest is the same for all of them. */
export type Draft = Omit<EventDraft, 'provider' | 'raw' | 'receivedAt'>;

/** A phone number, which Infobip writes without `+`. */
export function number(value: unknown): string | undefined {
	const text = asString(value);
	return text && userNumber(text);
}

/** `price{trafficType, pricePerMessage, currency}` and `interactionType`; traffic types are an open list. */
export function readBilling({ price, interactionType, trafficType }: JsonObject): {
	billing?: NonNullable<RcsEvent['billing']>;
} {
	const { trafficType: priced, pricePerMessage, currency } = asObject(price);
	const billing = defined({
		trafficType: asString(priced) ?? asString(trafficType),
		interactionType: asString(interactionType),
		price: asNumber(pricePerMessage),
		currency: asString(currency),
	});
	return Object.keys(billing).length > 0 ? { billing } : {};
}

/** `conversation{id, canInitiate}` of messages, `{id, type, startTime, endTime}` of its own event. */
export function readConversation({ conversation: json }: JsonObject): {
	conversation?: NonNullable<RcsEvent['conversation']>;
} {
	const { id, type, startTime, endTime, canInitiate } = asObject(json);
	const conversation = defined({
		id: asString(id),
		type: asString(type),
		startedAt: isoTime(asString(startTime)),
		endsAt: isoTime(asString(endTime)),
		canInitiate: asBoolean(canInitiate),
	});
	return Object.keys(conversation).length > 0 ? { conversation } : {};
}
