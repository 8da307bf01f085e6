import type { RcsEvent } from '../../core/event/types';
import { asObject, asString, defined, type JsonObject } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import { errorFrom } from '../shared/errorFrom';

/**
 * What Send RCS says of a message, as an event. It is honest about what is known: an accepted message is
 * queued at the provider, no more; that it was sent, its webhooks tell.
 */
type Told = { event: RcsEvent } | { skip: string };

const readers: Readonly<Record<string, (result: JsonObject, now: Date) => Told>> = {
	accepted: (result, now) => ({ event: eventOf('message.queued', result, now) }),
	notSent: notSent,
	unknown: () => ({ skip: 'Whether this message was sent is not known; its events will tell' }),
	dryRun: () => ({ skip: 'Nothing was sent: it was a dry run' }),
};

/** Nothing happened to these: they went out before, or will later. */
const notFailed = ['duplicate', 'frequencyCap', 'quietHours'];

export function isSendResult(json: JsonObject): boolean {
	const isEvent = asString(json['type']) !== undefined;
	const isResult = Object.hasOwn(readers, asString(json['status']) ?? '');
	return !isEvent && isResult && asString(json['to']) !== undefined;
}

/** `now` stands in for the time, which the result does not tell. */
export function eventOfResult(result: JsonObject, now: Date): Told {
	const read = readers[asString(result['status']) ?? ''];
	return read ? read(result, now) : { skip: 'The result says nothing of a message' };
}

function notSent(result: JsonObject, now: Date): Told {
	const { category, message } = asObject(result['reason']);
	if (notFailed.includes(String(category))) return { skip: asString(message) ?? 'Not sent' };
	return { event: eventOf('message.failed', result, now) };
}

function eventOf(type: RcsEvent['type'], result: JsonObject, now: Date): RcsEvent {
	const text = (name: string) => asString(result[name]);
	const messageId = text('messageId');
	const about = [type, text('provider') ?? '', messageId ?? text('to') ?? ''];
	return {
		eventId: deriveMessageId(['sendResult', ...about]),
		provider: text('provider') ?? 'other',
		type,
		occurredAt: now.toISOString(),
		...defined({
			user: text('to'),
			messageId,
			providerMessageId: text('providerMessageId'),
			error: type === 'message.failed' ? errorFrom(result['reason']) : undefined,
		}),
		raw: undefined,
	};
}
