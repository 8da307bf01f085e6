import * as v from 'valibot';
import { errorCategories } from '../errors';
import { isE164 } from '../message/phone';
import { type Parsed, parse } from '../message/schema';
import { isoTime } from './event';
import { type EventChannel, eventTypes, type RcsEvent } from './types';

/**
 * Events that come from outside as JSON, such as those RCS Trigger gives. Members nobody knows are
 * dropped: workflows add some. What was found is not repeated, because events hold phone numbers.
 */

const text = v.pipe(v.string(), v.minLength(1));
const channels = ['rcs', 'sms', 'mms', 'whatsapp'] as const satisfies readonly EventChannel[];

const time = v.pipe(
	v.string(),
	v.check((at) => isoTime(at) !== undefined, 'must be a time, such as 2030-01-31T10:12:00Z'),
	v.transform((at) => isoTime(at) ?? at),
);

const knownType = v.picklist(eventTypes);

/** Shown where it looks like the name of a type: anything else could be a phone number. */
const type = v.pipe(
	v.string(),
	v.check(
		(input) => v.is(knownType, input),
		({ input }) => {
			const found = /^[a-z]+(\.[a-z]+)?$/i.test(input) ? `"${input}"` : 'another text';
			return `must be a known event type (${eventTypes.join(', ')}), but is ${found}`;
		},
	),
	knownType,
);

const error = v.object({
	category: v.picklist(errorCategories),
	message: v.string(),
	retryable: v.optional(v.boolean(), false),
	advice: v.optional(v.string(), ''),
	code: v.exactOptional(v.string()),
	httpStatus: v.exactOptional(v.number()),
	retryAfterMs: v.exactOptional(v.number()),
});

const event: v.GenericSchema<unknown, RcsEvent> = v.object({
	eventId: text,
	provider: text,
	type,
	occurredAt: time,
	user: v.exactOptional(
		v.pipe(v.string(), v.check(isE164, 'must be a phone number in E.164, such as +447700900123')),
	),
	agent: v.exactOptional(v.string()),
	messageId: v.exactOptional(text),
	providerMessageId: v.exactOptional(v.string()),
	inboundId: v.exactOptional(v.string()),
	clientRef: v.exactOptional(v.string()),
	campaignId: v.exactOptional(v.string()),
	channel: v.exactOptional(v.picklist(channels)),
	error: v.exactOptional(error),
	text: v.exactOptional(v.string()),
	postbackData: v.exactOptional(v.string()),
	url: v.exactOptional(v.string()),
	keyword: v.exactOptional(v.string()),
	optOut: v.exactOptional(
		v.object({ verdict: v.picklist(['doubtful', 'optIn']), why: v.string() }),
	),
	safeToFallBack: v.exactOptional(v.boolean()),
	raw: v.optional(v.unknown(), null),
});

/** Reads an event from JSON; `at` is where it stands, for the problems. */
export function parseEvent(input: unknown, at: string): Parsed<RcsEvent> {
	return parse(event, input, at, 'secret');
}
