import type { MessageState } from '../../../chat';
import type { ProviderError } from '../../../errors';
import type { EventChannel, EventType } from '../../../event/types';
import { asString, type JsonObject, lookUp } from '../../../json';
import { FALLBACK_FAILED } from '../errorAdvice';
import { mayHaveArrived } from '../errorCodes';
import { hasError, statusError } from '../errors';
import { stateOf } from '../statusGroup';
import { type Draft, number } from './draft';

const channels: Readonly<Record<string, EventChannel>> = { RCS: 'rcs', SMS: 'sms', MMS: 'mms' };

/**
 * A delivery report by webhook. The leg after a failed RCS leg has the same message id; `channel` is
 * there only where a failover was asked for.
 */
export function readReport(result: JsonObject): Draft {
	return readLeg(result, lookUp(channels, asString(result['channel']) ?? 'RCS'));
}

/** A delivery report that was fetched. It tells no channel: it may be about the SMS that followed. */
export function readPulledReport(result: JsonObject): Draft {
	return readLeg(result, lookUp(channels, asString(result['channel'])));
}

function readLeg(result: JsonObject, channel: EventChannel | undefined): Draft {
	const { messageId, to, sender, sentAt, doneAt } = result;
	const type = reportType(result);
	const failed = ['message.failed', 'message.expired', 'message.fallback'].includes(type);
	const error = failed ? legError(result, channel) : undefined;
	return {
		type,
		messageId: asString(messageId),
		user: number(to),
		agent: asString(sender),
		channel,
		occurredAt: type === 'message.sent' ? asString(sentAt) : (asString(doneAt) ?? asString(sentAt)),
		error,
		safeToFallBack: type === 'message.failed' ? isSafeToFallBack(error, channel) : undefined,
	};
}

const types: Readonly<Record<MessageState, EventType>> = {
	queued: 'message.queued',
	sent: 'message.sent',
	delivered: 'message.delivered',
	read: 'message.read',
	failed: 'message.failed',
	expired: 'message.expired',
	revoked: 'message.revoked',
	unknown: 'unknown',
};

/**
 * While a failover is still to come, a failed RCS leg is PENDING with an error: that is
 * `message.fallback` and not the end.
 */
function reportType({ status, error, channel }: JsonObject): EventType {
	const type = types[stateOf(status)];
	const another = hasError(error) && asString(channel) !== undefined;
	return type === 'message.sent' && another ? 'message.fallback' : type;
}

/** What the fallback itself failed with is not cured by adding one. */
function legError({ status, error }: JsonObject, channel: EventChannel | undefined): ProviderError {
	const detail = statusError(status, error);
	const isFallback = channel !== undefined && channel !== 'rcs';
	return isFallback && detail.category === 'notReachable'
		? { ...detail, advice: FALLBACK_FAILED }
		: detail;
}

/** A fallback that failed is no reason for another; what the network lost sight of may have arrived. */
function isSafeToFallBack(
	error: ProviderError | undefined,
	channel: EventChannel | undefined,
): boolean | undefined {
	if (channel !== undefined && channel !== 'rcs') return undefined;
	return mayHaveArrived.has(error?.code ?? '') ? undefined : true;
}

/** `from` and `to` of seen reports are described in both directions, so the phone number is the person. */
export function readSeen(result: JsonObject): Draft {
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
