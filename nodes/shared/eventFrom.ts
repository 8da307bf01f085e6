import type { CapabilityResult } from '../../core/capability';
import { providerError, RcsError } from '../../core/errors';
import { type EventChannel, eventTypes, type RcsEvent } from '../../core/event/types';
import { asString, defined, isObject, type JsonObject } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import { parseTime } from '../../core/message/time';
import { errorFrom } from './errorFrom';

const channels: readonly EventChannel[] = ['rcs', 'sms', 'mms', 'whatsapp'];

/**
 * An event, as RCS Trigger and RCS Account give it or somebody made it.
 *
 * @throws RcsError `validation` for what is no event.
 */
export function eventFrom(json: JsonObject): RcsEvent {
	const text = (name: string) => asString(json[name]);
	const type = eventTypes.find((known) => known === json['type']);
	if (!type) throw noEvent("The item is no event: its 'type' names none");
	const at = parseTime(text('occurredAt') ?? '', 'Z');
	if (at === undefined)
		throw noEvent("The event has no time: its 'occurredAt' is no ISO 8601 time");
	const occurredAt = new Date(at).toISOString();
	const about = [type, occurredAt, text('user') ?? '', text('messageId') ?? ''];
	return {
		// The same event told twice has the same id, also where nobody gave it one.
		eventId: text('eventId') ?? deriveMessageId(['event', ...about]),
		provider: text('provider') ?? 'other',
		type,
		occurredAt,
		...defined({
			user: text('user'),
			agent: text('agent'),
			messageId: text('messageId'),
			campaignId: text('campaignId'),
			channel: channels.find((known) => known === json['channel']),
			error: errorFrom(json['error']),
			capability: capabilityFrom(json['capability']),
			text: text('text'),
			keyword: text('keyword'),
		}),
		raw: json,
	};
}

function capabilityFrom(json: unknown): CapabilityResult | undefined {
	if (!isObject(json)) return undefined;
	const { reachable } = json;
	return {
		to: asString(json['to']) ?? '',
		reachable: reachable === 'yes' || reachable === 'no' ? reachable : 'unknown',
		checkedAt: asString(json['checkedAt']) ?? '',
	};
}

function noEvent(message: string): RcsError {
	const advice =
		'Pass an event of RCS Trigger or a result of Send RCS, or an object with type (such as message.read), occurredAt (ISO 8601) and user (the phone number).';
	return new RcsError(providerError('validation', message, { advice }));
}
