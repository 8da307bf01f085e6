import { type EventDraft, makeEvent, readBody } from '../../event/event';
import { readTapped, readTyped } from '../../event/inbound';
import type { EventType, RcsEvent } from '../../event/types';
import { asObject, asString, type JsonObject, lookUp, parseJson } from '../../json';
import { providerError } from '../../errors';
import { userNumber } from '../../message/phone';
import type { ProviderSettings } from '../../settings';
import type { Delivery, Verdict } from '../../webhook/delivery';
import { secretList, verifyAge, verifyHmac } from '../../webhook/secrets';

/**
 * `X-Signature` is the hex HMAC-SHA256 of the raw body. The signed `timestamp` in the body is checked
 * where `maxAgeSeconds` is set.
 */
export function verify(delivery: Delivery, settings: ProviderSettings, now: Date): Verdict {
	const { secret, maxAgeSeconds } = settings.webhook ?? {};
	const secrets = secretList(secret);
	if (secrets.length === 0) return { verified: 'notConfigured' };
	const scheme = { header: 'X-Signature', algorithm: 'sha256', encoding: 'hex' } as const;
	const verdict = verifyHmac(delivery, scheme, secrets);
	if (verdict.verified !== 'ok' || maxAgeSeconds === undefined) return verdict;
	const { timestamp } = asObject(parseJson(delivery.body.toString('utf8')));
	return verifyAge(asString(timestamp), now, maxAgeSeconds);
}

const statusTypes: Readonly<Record<string, EventType>> = {
	QUEUED: 'message.queued',
	SENT: 'message.sent',
	DELIVERED: 'message.delivered',
	READ: 'message.read',
	FAILED: 'message.failed',
	FALLBACK: 'message.fallback',
};

/** A webhook tells of one message: a status, an interaction, or a text the person wrote. */
export function parse(delivery: Delivery): RcsEvent[] {
	const body = readBody(delivery);
	const { conversationId, messageId, messageStatus, timestamp } = asObject(body);
	const conversation = asString(conversationId);
	const status = asString(messageStatus) ?? '';
	return [
		makeEvent({
			provider: 'conversation',
			raw: body,
			receivedAt: delivery.receivedAt,
			user: conversation && userNumber(conversation),
			messageId: asString(messageId),
			channel: status === 'FALLBACK' ? 'sms' : 'rcs',
			occurredAt: asString(timestamp),
			...(status === 'INTERACTED'
				? readInteraction(asObject(body))
				: readStatus(status, asObject(body))),
		}),
	];
}

type Draft = Omit<EventDraft, 'provider' | 'raw' | 'receivedAt'>;

function readStatus(status: string, body: JsonObject): Draft {
	const type = lookUp(statusTypes, status);
	const typed = asString(body['text']);
	if (!type && typed) return { ...readTyped(typed, false), messageId: undefined };
	if (!type) return { type: 'unknown' };
	if (type !== 'message.failed') return { type };
	const { message, code } = asObject(body['error']);
	const words = asString(message) ?? asString(body['error']) ?? 'The message was not delivered';
	const found = asString(code);
	return { type, error: providerError('notReachable', words, found ? { code: found } : {}) };
}

/**
 * An action has a `uri` or is named ACTION_TAPPED; a reply names REPLY_TAPPED or brings a text. A
 * typed text has no postback. The guide shows ACTION_TAPPED only; the others are read leniently.
 */
function readInteraction(body: JsonObject): Draft {
	const kind = asString(body['interactionType']) ?? '';
	const { postbackData, uri, text: label } = asObject(body['action'] ?? body['reply']);
	const postback = asString(postbackData);
	const text = asString(body['text']) ?? asString(label);
	if (kind === 'ACTION_TAPPED' || asString(uri))
		return { type: 'message.clicked', postbackData: postback, url: asString(uri), text };
	if (postback) return readTapped(text, postback);
	return text ? readTyped(text, asString(body['messageId']) !== undefined) : { type: 'unknown' };
}
