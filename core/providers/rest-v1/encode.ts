import { isoTime } from '../../event/event';
import { deepMerge, type JsonObject } from '../../json';
import type { ReadyMessage, TrafficType } from '../../message/types';
import { contentFields } from './content';
import { place } from './fieldMap';
import type { RestOptions } from './options';
import type { PathName } from './paths';

/** RBM's names of traffic types. */
const trafficTypes: Readonly<Record<TrafficType, string>> = {
	authentication: 'AUTHENTICATION',
	transaction: 'TRANSACTION',
	promotion: 'PROMOTION',
	serviceRequest: 'SERVICEREQUEST',
	acknowledgement: 'ACKNOWLEDGEMENT',
};

/** A scheduled message has a request of its own: the guide's bulk request knows no time. */
export function batchKey({ id, schedule }: ReadyMessage): string {
	return schedule ? `${schedule.at} ${id}` : '';
}

/** The path and the body for messages that share a batch key. */
export function encodeRequest(
	messages: readonly ReadyMessage[],
	agent: string | undefined,
	options: RestOptions,
): { path: PathName; body: JsonObject } {
	const bodies = messages.map((message) => encodeMessage(message, agent, options));
	const [only, ...others] = bodies;
	if (!only || others.length > 0)
		return { path: 'bulk', body: place({ messages: bodies }, options.fields) };
	return { path: messages[0]?.schedule ? 'schedule' : 'send', body: only };
}

function encodeMessage(
	message: ReadyMessage,
	agent: string | undefined,
	{ fields, contentKeys }: RestOptions,
): JsonObject {
	const { correlation, tracking, traffic } = message;
	const [fallback] = message.fallback ?? [];
	const sms = fallback?.channel === 'sms' ? fallback : undefined;
	const body = place(
		{
			messageId: message.id,
			to: message.to,
			from: message.from ?? agent,
			...contentFields(message.content, contentKeys),
			fallbackText: sms?.text,
			fallbackFrom: sms?.from,
			validity: message.validity?.seconds,
			expiresAt: isoTime(message.expiresAt),
			schedule: isoTime(message.schedule?.at),
			traffic: traffic && trafficTypes[traffic],
			clickTracking: tracking?.clicks || undefined,
			shortenUrls: tracking?.shortenUrls || undefined,
			campaignId: correlation?.campaignId,
			clientRef: correlation?.clientRef,
			label: correlation?.label,
			callbackData: correlation?.callbackData,
			statusUrl: message.notify?.statusUrl,
		},
		fields,
	);
	return deepMerge(body, message.providerOptions ?? {});
}
