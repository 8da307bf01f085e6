import type { Leg, LegTimes, MessageState } from '../../core/event/messageState';
import { defined } from '../../core/json';
import { cutUnits } from '../../core/message/text';
import type { MessageChange } from '../changes';
import { oneName } from '../oneName';
import { messageFields, type MessageField } from './messageFields';

type Values = Partial<Record<MessageField, string | boolean>>;

/** The external id of a message. */
export function messageKey({ provider, phone, messageId }: MessageChange): string {
	return `${provider}:${phone}:${messageId}`;
}

/**
 * A message as a record of `RCS_Message__c`. Only what events told is in it, each time in a field of its
 * own, and Salesforce computes the state from them: so writes in any order give the same record.
 */
export function messageRecord(change: MessageChange): Record<string, string | boolean> {
	const { phone, provider, messageId, message, campaigns, agents } = change;
	const values: Values = {
		key: messageKey(change),
		messageId,
		phone,
		provider,
		...defined({ campaign: nameOf('campaign', campaigns), agent: nameOf('agent', agents) }),
		...rcsTimes(message),
		...fallbackOf(message),
		...failureOf(message),
	};
	return Object.fromEntries(
		Object.entries(values).flatMap(([field, value]) =>
			isField(field) ? [[messageFields[field].name, value]] : [],
		),
	);
}

function rcsTimes({ legs }: MessageState): Values {
	const times = legs.find(({ channel }) => channel === 'rcs')?.times ?? {};
	const { queued, sent, delivered, read, clicked, replied, failed, expired, revoked } = times;
	return defined({
		queuedAt: queued,
		sentAt: sent,
		deliveredAt: delivered,
		readAt: read,
		clickedAt: clicked,
		repliedAt: replied,
		failedAt: failed,
		expiredAt: expired,
		revokedAt: revoked,
	});
}

function failureOf({ error, failedAt }: MessageState): Values {
	if (!error || failedAt === undefined) return {};
	return { lastFailedAt: failedAt, failureReason: fitting('failureReason', error.message) };
}

/** As long as the field; the message is worth more than the end of a name. An id is never cut. */
function fitting(field: 'agent' | 'campaign' | 'failureReason', text: string): string {
	return cutUnits(text.trim(), messageFields[field].length);
}

function nameOf(field: 'agent' | 'campaign', names: readonly string[]): string | undefined {
	return oneName(names.map((name) => fitting(field, name)));
}

/** What other channels did, all of them together; the last that was tried gives its name. */
function fallbackOf({ legs, fellBack }: MessageState): Values {
	if (!fellBack) return {};
	const others = legs.filter((leg) => leg.channel !== 'rcs');
	return {
		fellBack: true,
		...defined({
			fallbackChannel: others.at(-1)?.channel,
			fallbackSentAt: first(others, ['sent']),
			fallbackDeliveredAt: first(others, ['delivered']),
			fallbackReadAt: first(others, ['read', 'clicked', 'replied']),
			fallbackFailedAt: first(others, ['failed', 'expired', 'revoked']),
		}),
	};
}

function first(legs: readonly Leg[], whats: readonly (keyof LegTimes)[]): string | undefined {
	return legs
		.flatMap(({ times }) => whats.flatMap((what) => times[what] ?? []))
		.toSorted()
		.at(0);
}

function isField(name: string): name is MessageField {
	return Object.hasOwn(messageFields, name);
}
