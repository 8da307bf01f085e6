import { type EventDraft, makeEvent, readBody } from '../../event/event';
import { readTapped, readTyped } from '../../event/inbound';
import type { EventType, RcsEvent } from '../../event/types';
import { asObject, asString, isObject, type JsonObject, lookUp, parseJson } from '../../json';
import { userNumber } from '../../message/phone';
import type { ProviderSettings } from '../../settings';
import type { Delivery, Verdict } from '../../webhook/delivery';
import { secretList, verifyAge, verifyHmac } from '../../webhook/secrets';
import { failedState } from './errors';

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
	return { type, error: failedState(body['error']), safeToFallBack: true };
}

/**
 * A submitted form names FORM_SUBMITTED or brings a `form`; an action names ACTION_TAPPED or has a
 * `uri`; a reply names REPLY_TAPPED or has postback data; a typed text has none. The guide shows
 * ACTION_TAPPED only; the others are read leniently.
 */
function readInteraction(body: JsonObject): Draft {
	const kind = asString(body['interactionType']) ?? '';
	const { postbackData, uri, text: label } = asObject(body['action'] ?? body['reply']);
	const postback = asString(postbackData);
	const text = asString(body['text']) ?? asString(label);
	if (kind === 'FORM_SUBMITTED' || isObject(body['form']))
		return { type: 'message.replied', postbackData: postback, ...readForm(body['form']) };
	if (kind === 'ACTION_TAPPED' || asString(uri))
		return { type: 'message.clicked', postbackData: postback, url: asString(uri), text };
	if (postback) return readTapped(text, postback);
	return text ? readTyped(text, asString(body['messageId']) !== undefined) : { type: 'unknown' };
}

/** `{values: {<field>: <value>}, postbackData?}`; fields that were left empty are not told. */
function readForm(form: unknown): Pick<Draft, 'form' | 'postbackData'> {
	const { values, postbackData } = asObject(form);
	const filled = Object.entries(asObject(values)).flatMap(([name, value]) => {
		const written = typeof value === 'boolean' ? String(value) : asString(value);
		return written === undefined ? [] : [[name, written] as const];
	});
	const postback = asString(postbackData);
	return { form: Object.fromEntries(filled), ...(postback ? { postbackData: postback } : {}) };
}
