import { contactWrites } from '../../connectors/contactWrites';
import { type EventChannel, eventTypes, type RcsEvent } from '../../core/event/types';
import { asObject, asString, defined, type JsonObject, parseJson } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import { parseTime } from '../../core/message/time';
import { errorFrom } from './errorFrom';
import { asPhone, invalid } from './items';
import type { Job } from './operations';
import { countryOf } from './options';
import { type Outcome, skipped } from './outcome';
import { eventOfResult, isSendResult } from './sendResult';

const EXPECTED =
	"Map 'Event' to an event of RCS Trigger or a result of Send RCS, or to an object with type (such as message.read), occurredAt (ISO 8601) and user (the phone number).";

/** The whole item, which n8n need not be asked for. */
const WHOLE_ITEM = /^=\{\{\s*\$json\s*\}\}$/;

/** An event with the phone it is about. */
export type PhoneEvent = RcsEvent & { user: string };

/**
 * Reads what an item tells, or why that changes nothing.
 *
 * @throws RcsError `validation` for what is no event.
 */
export function eventReader(job: Job): (i: number) => PhoneEvent | Outcome {
	const valueOf = valueReader(job);
	return (i) => readEvent(job, valueOf(i));
}

function readEvent(job: Job, json: JsonObject): PhoneEvent | Outcome {
	const result = [json, asObject(json['rcs'])].find(isSendResult);
	if (result) {
		const told = eventOfResult(result, new Date());
		return 'skip' in told ? skipped(told.skip, asString(result['to'])) : ready(job, told.event);
	}
	return ready(job, eventFrom(json));
}

function valueReader({ context, items, read }: Job): (i: number) => JsonObject {
	const raw = context.getNode().parameters['event'] ?? '={{ $json }}';
	if (typeof raw === 'string' && WHOLE_ITEM.test(raw)) return (i) => asObject(items[i]?.json);
	return (i) => {
		const value = read('event', i);
		return asObject(typeof value === 'string' ? parseJson(value) : value);
	};
}

function ready({ options }: Job, event: RcsEvent): PhoneEvent | Outcome {
	const { user, type } = event;
	if (user === undefined) return skipped('The event names no phone, so it belongs to no record');
	const phone = asPhone(user, countryOf(options));
	const told = { ...event, user: phone };
	if (contactWrites([told]).length > 0) return told;
	return skipped(`An event of the type ${type} changes nothing on a record`, phone);
}

const channels: readonly EventChannel[] = ['rcs', 'sms', 'mms', 'whatsapp'];

/** An event, as RCS Trigger gives it or somebody made it. */
function eventFrom(json: JsonObject): RcsEvent {
	const text = (name: string) => asString(json[name]);
	const type = eventTypes.find((known) => known === json['type']);
	if (!type) throw invalid("The item is no event: its 'type' names none", EXPECTED);
	const at = parseTime(text('occurredAt') ?? '', 'Z');
	if (at === undefined)
		throw invalid("The event has no time: its 'occurredAt' is no ISO 8601 time", EXPECTED);
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
			text: text('text'),
			keyword: text('keyword'),
		}),
		raw: undefined,
	};
}
