import { makeEvent, readBody } from '../../event/event';
import { readTyped } from '../../event/inbound';
import type { EventType, RcsEvent } from '../../event/types';
import { asObject, asString, type JsonObject, lookUp, parseJson } from '../../json';
import { isE164, userNumber } from '../../message/phone';
import type { ProviderSettings } from '../../settings';
import type { Delivery, Verdict } from '../../webhook/delivery';
import { secretList, verifyAge, verifyHmac } from '../../webhook/secrets';
import { failedState } from './errors';
import { type Draft, readInteraction } from './interaction';
import { stateIn } from './state';

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
	const { conversationId, messageId, timestamp } = asObject(body);
	const status = stateIn(body) ?? '';
	return [
		makeEvent({
			provider: 'conversation',
			raw: body,
			receivedAt: delivery.receivedAt,
			...readConversation(asString(conversationId)),
			messageId: asString(messageId),
			channel: status === 'FALLBACK' ? 'sms' : 'rcs',
			occurredAt: asString(timestamp),
			...(status === 'INTERACTED'
				? readInteraction(asObject(body))
				: readStatus(status, asObject(body))),
		}),
	];
}

/** The conversation is the person's phone number, or has a name of the shop's own. */
function readConversation(id: string | undefined): Pick<Draft, 'user' | 'conversation'> {
	if (!id) return {};
	const user = userNumber(id);
	return isE164(user) ? { user } : { conversation: { id } };
}

function readStatus(status: string, body: JsonObject): Draft {
	const type = lookUp(statusTypes, status);
	const typed = asString(body['text']);
	const person = asString(body['conversationId']);
	if (!type && typed) return { ...readTyped(typed, false, person), messageId: undefined };
	if (!type) return { type: 'unknown' };
	if (type !== 'message.failed') return { type };
	return { type, error: failedState(body['error']), safeToFallBack: true };
}
