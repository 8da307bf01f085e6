import { providerError, RcsError } from '../../errors';
import { deepMerge, defined, type JsonObject } from '../../json';
import { parseTime, sendingTime } from '../../message/time';
import type { Content, FallbackStep, ReadyMessage } from '../../message/types';
import type { ProviderSettings } from '../../settings';
import { sevenNumber } from './number';
import { sevenOptions, type SevenOptions } from './options';
import { encodeRcsObject } from './rcsObject';

/**
 * The body of POST /rcs/messages. `foreign_id` carries our message id, because webhooks name the message
 * by it.
 *
 * @throws RcsError `configuration` for rich content where the account takes raw content only.
 */
export function encodeMessage(
	message: ReadyMessage,
	settings: ProviderSettings,
	now: Date,
): JsonObject {
	const { id, to, from, content, schedule, tracking, correlation, fallback = [] } = message;
	return deepMerge(
		defined({
			to: sevenNumber(to),
			text: encodeText(content, sevenOptions(settings)),
			from: from || settings.agent || undefined,
			delay: schedule && unixTime(schedule.at),
			ttl: ttlMinutes(message, now),
			label: correlation?.label,
			performance_tracking: tracking?.clicks ? true : undefined,
			foreign_id: id,
			fallback: encodeFallback(fallback),
		}),
		message.providerOptions ?? {},
	);
}

function encodeText(content: Content, { richContent }: SevenOptions): unknown {
	if (content.kind === 'raw') return content.payload;
	if (content.kind === 'text' && !content.suggestions?.length) return content.text;
	if (richContent === 'rawOnly') throw rawOnly(content);
	return encodeRcsObject(content);
}

function rawOnly({ kind }: Content): RcsError {
	const what = kind === 'text' ? 'Text with suggestions' : `Content of the kind ${kind}`;
	const message = `${what} is not sent, because the seven.io account takes plain text and raw content only`;
	const advice =
		"Send the RCS object as raw content, or set 'Rich Content' in the credential to 'Best Guess'.";
	return new RcsError(providerError('configuration', message, { advice }));
}

/** Seconds since 1970, as text: the API reads a time of the account's own zone otherwise. */
function unixTime(time: string): string {
	const at = parseTime(time);
	return at === undefined ? time : String(Math.floor(at / 1000));
}

/** Whole minutes from when the message goes out. Rounded up, so that none becomes no time at all. */
function ttlMinutes(
	{ validity, expiresAt, schedule }: ReadyMessage,
	now: Date,
): number | undefined {
	if (validity) return Math.ceil(validity.seconds / 60);
	const end = parseTime(expiresAt ?? '');
	return end === undefined ? undefined : Math.ceil((end - sendingTime(schedule?.at, now)) / 60_000);
}

function encodeFallback([step]: readonly FallbackStep[]): JsonObject | undefined {
	if (!step) return undefined;
	if (step.channel !== 'sms')
		throw new TypeError(`seven.io has no ${step.channel}; core/send.ts refuses it`);
	return { type: 'sms', text: step.text, ...defined({ from: step.from || undefined }) };
}
