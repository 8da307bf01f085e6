import { makeEvent, readBody } from '../../../event/event';
import type { RcsEvent } from '../../../event/types';
import { asArray, asObject, asString, isObject, type JsonObject } from '../../../json';
import type { Delivery } from '../../../webhook/delivery';
import { readAgentUpdate, readCapability, readConversationStarted, readTemplate } from './account';
import { isClick, readClick } from './click';
import { type Draft, readBilling, readConversation } from './draft';
import { readInbound, readTyping } from './inbound';
import { readPulledReport, readReport, readSeen } from './report';

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
	{ is: (result) => eventName(result) === 'CONVERSATION_STARTED', read: readConversationStarted },
	{ is: (result) => isObject(result['message']), read: readInbound },
	{ is: (result) => isObject(result['status']), read: readReport },
	{ is: isClick, read: readClick },
	{ is: (result) => typeof result['event'] === 'string', read: readAgentUpdate },
];

function eventName(result: JsonObject): string | undefined {
	return asString(asObject(result['event'])['type']);
}

/** One event a result; `results` is absent in capability and template webhooks. */
export function parse(delivery: Delivery): RcsEvent[] {
	const body = readBody(delivery);
	const results = asObject(body)['results'];
	return (Array.isArray(results) ? asArray(results) : [body]).map((raw) => {
		const result = asObject(raw);
		const reader = readers.find(({ is }) => is(result));
		const draft = reader?.read(result, delivery.receivedAt) ?? { type: 'unknown' as const };
		return toEvent(raw, draft, delivery.receivedAt);
	});
}

/** The event of a delivery report that was fetched (GET /rcs/2/reports). */
export function parsePulledReport(raw: unknown, receivedAt: string): RcsEvent {
	return toEvent(raw, readPulledReport(asObject(raw)), receivedAt);
}

function toEvent(raw: unknown, draft: Draft, receivedAt: string): RcsEvent {
	const result = asObject(raw);
	return makeEvent({
		provider: 'infobip',
		raw,
		receivedAt,
		campaignId: asString(result['campaignReferenceId']),
		clientRef: asString(result['callbackData']),
		...readBilling(result),
		...readConversation(result),
		...draft,
	});
}
