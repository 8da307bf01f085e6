import { deepMerge, defined, isObject, type JsonObject } from '../../json';
import type { FallbackStep, ReadyMessage } from '../../message/types';
import { parseTime, sendingTime } from '../../message/time';
import type { ProviderSettings } from '../../settings';
import { encodeContent, infobipTime } from './content';
import { platform } from './platform';

/** Parts of `options` that belong to the whole request and not to one of its messages. */
const REQUEST_OPTIONS = ['schedule', 'tracking', 'messageOrdering'] as const;

/** The body of POST /rcs/2/messages for messages that share a batch key. */
export function encodeRequest(
	messages: readonly ReadyMessage[],
	settings: ProviderSettings,
	now: Date,
): JsonObject {
	const [first] = messages;
	const options = first ? requestOptions(first) : {};
	return {
		messages: messages.map((message) => encodeMessage(message, settings, now)),
		...(Object.keys(options).length > 0 ? { options } : {}),
	};
}

/**
 * Schedule, tracking and ordering hold for a whole request, so messages that differ in them cannot
 * share one. Ordered messages have to be for one person, and alike in all that is not content.
 */
export function batchKey(message: ReadyMessage): string {
	const options = requestOptions(message);
	if (!('messageOrdering' in options)) return JSON.stringify(options);
	const { to, from, deliveryWindow, correlation, notify } = message;
	return JSON.stringify([options, to, from, deliveryWindow, correlation, notify]);
}

function requestOptions(message: ReadyMessage): JsonObject {
	const { schedule, tracking } = message;
	const tracks = tracking?.clicks || tracking?.shortenUrls;
	return deepMerge(
		defined({
			schedule: schedule && { sendAt: infobipTime(schedule.at) },
			tracking: tracks ? { shortenUrl: true, trackClicks: tracking?.clicks ?? false } : undefined,
		}),
		splitProviderOptions(message).request,
	);
}

function encodeMessage(message: ReadyMessage, settings: ProviderSettings, now: Date): JsonObject {
	const sender = message.from ?? settings.agent;
	const options = encodeOptions(message, settings, now);
	const webhooks = encodeWebhooks(message);
	return deepMerge(
		{
			...(sender ? { sender } : {}),
			destinations: [{ to: message.to.replace(/^\+/, ''), messageId: message.id }],
			content: encodeContent(message.content),
			...(Object.keys(options).length > 0 ? { options } : {}),
			...(Object.keys(webhooks).length > 0 ? { webhooks } : {}),
		},
		splitProviderOptions(message).message,
	);
}

/** `providerOptions` are merged into the message, except the parts that are the request's. */
function splitProviderOptions(message: ReadyMessage): { request: JsonObject; message: JsonObject } {
	const { options, ...rest } = message.providerOptions ?? {};
	if (!isObject(options)) return { request: {}, message: { ...message.providerOptions } };
	const isRequests = ([name]: [string, unknown]) =>
		REQUEST_OPTIONS.some((requestOption) => requestOption === name);
	const entries = Object.entries(options);
	const own = Object.fromEntries(entries.filter((entry) => !isRequests(entry)));
	return {
		request: Object.fromEntries(entries.filter(isRequests)),
		message: { ...rest, ...(Object.keys(own).length > 0 ? { options: own } : {}) },
	};
}

function encodeOptions(message: ReadyMessage, settings: ProviderSettings, now: Date): JsonObject {
	const { deliveryWindow, correlation, fallback } = message;
	return {
		...platform(settings).options,
		...defined({
			validityPeriod: encodeValidity(message, now),
			deliveryTimeWindow: deliveryWindow && {
				days: deliveryWindow.days.map((day) => day.toUpperCase()),
				from: clock(deliveryWindow.from),
				to: clock(deliveryWindow.to),
			},
			campaignReferenceId: correlation?.campaignId,
		}),
		...encodeFallback(fallback?.[0]),
	};
}

/** Whole hours, minutes or seconds, whichever says it exactly. */
function encodeValidity(message: ReadyMessage, now: Date): JsonObject | undefined {
	const seconds = message.validity?.seconds ?? secondsUntil(message, now);
	if (seconds === undefined) return undefined;
	if (seconds % 3600 === 0) return { amount: seconds / 3600, timeUnit: 'HOURS' };
	if (seconds % 60 === 0) return { amount: seconds / 60, timeUnit: 'MINUTES' };
	return { amount: Math.ceil(seconds), timeUnit: 'SECONDS' };
}

function secondsUntil(message: ReadyMessage, now: Date): number | undefined {
	if (!message.expiresAt) return undefined;
	const start = sendingTime(message.schedule?.at, now);
	return Math.floor(((parseTime(message.expiresAt) ?? start) - start) / 1000);
}

function clock(time: string): { hour: number; minute: number } {
	const [hour, minute] = time.split(':').map(Number);
	return { hour: hour ?? 0, minute: minute ?? 0 };
}

function encodeFallback(step: FallbackStep | undefined): JsonObject {
	switch (step?.channel) {
		case 'sms':
			return { smsFailover: defined({ sender: step.from, text: step.text }) };
		case 'mms':
			return {
				mmsFailover: defined({
					sender: step.from,
					content: defined({ title: step.subject, messageSegments: mmsSegments(step) }),
				}),
			};
		default:
			return {};
	}
}

function mmsSegments(step: { text?: string; mediaUrls: readonly string[] }): JsonObject[] {
	const text = step.text ? [{ type: 'TEXT', text: step.text }] : [];
	return [...text, ...step.mediaUrls.map((url) => ({ type: 'LINK', contentUrl: url }))];
}

function encodeWebhooks({ correlation, notify }: ReadyMessage): JsonObject {
	const delivery = defined({ url: notify?.statusUrl, notify: notify?.enabled });
	return defined({
		delivery: Object.keys(delivery).length > 0 ? delivery : undefined,
		seen: notify?.statusUrl ? { url: notify.statusUrl } : undefined,
		callbackData: correlation?.callbackData ?? correlation?.clientRef,
	});
}
