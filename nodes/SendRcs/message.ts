import { asNumber, asObject, asString, defined, isObject } from '../../core/json';
import { writtenNumber } from '../../core/message/phone';
import type { Problem } from '../../core/message/problem';
import { contentSchema, parse, parseMessage } from '../../core/message/schema';
import {
	type Content,
	type DeliveryWindow,
	type FallbackStep,
	type RcsMessage,
	trafficTypes,
	weekdays,
} from '../../core/message/types';
import { timeWithOffset } from '../shared/times';
import { type Form, type FormContent, jsonObject, readContent } from './content';

export type MessageRead =
	{ ok: true; message: RcsMessage } | { ok: false; to: string; problems: Problem[] };

/** The message of one item as the node's fields say it; limits are checked later, by the core. */
export function readMessage(form: Form): MessageRead {
	const { read } = form;
	const options = asObject(read('options', {}));
	const to = writtenNumber(String(read('to') ?? ''), asString(options['defaultCountry']));
	const fields = readFields(form, options);
	const written = readContent(form);
	if ('content' in written)
		return { ok: true, message: { to, content: written.content, ...fields } };
	return readJson(written, to, fields);
}

type MessageFields = Omit<RcsMessage, 'to' | 'content'>;

function readFields(
	{ read, timezone }: Form,
	options: Readonly<Record<string, unknown>>,
): MessageFields {
	const { scheduleAt, expiresAt, trackClicks, shortenUrls, statusUrl, notify } = options;
	const seconds = asNumber(options['validity']);
	const placeholders = jsonObject(options['placeholders']);
	const tracking = defined({
		clicks: trackClicks === true || undefined,
		shortenUrls: shortenUrls === true || undefined,
	});
	const correlation = defined({
		campaignId: asString(options['campaignId']),
		clientRef: asString(options['clientRef']),
		label: asString(options['label']),
		callbackData: asString(options['callbackData']),
	});
	const reports = defined({
		statusUrl: asString(statusUrl),
		enabled: typeof notify === 'boolean' ? notify : undefined,
	});
	return defined({
		from: asString(options['from']),
		fallback: readFallback(read),
		traffic: trafficTypes.find((type) => type === options['traffic']),
		validity: seconds === undefined ? undefined : { seconds },
		expiresAt: expiresAt ? timeWithOffset(String(expiresAt), timezone) : undefined,
		schedule: scheduleAt ? { at: timeWithOffset(String(scheduleAt), timezone) } : undefined,
		deliveryWindow: readWindow(options['deliveryWindow']),
		tracking: filled(tracking),
		correlation: filled(correlation),
		notify: filled(reports),
		simulate: options['simulate'] === true || undefined,
		placeholders: placeholders && stringValues(placeholders),
		providerOptions: jsonObject(options['providerOptions']),
	});
}

function filled<T extends object>(value: T): T | undefined {
	return Object.keys(value).length > 0 ? value : undefined;
}

function stringValues(values: Readonly<Record<string, unknown>>): Record<string, string> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

function readWindow(value: unknown): DeliveryWindow | undefined {
	const { window } = asObject(value);
	if (!isObject(window)) return undefined;
	const { days, from, to } = window;
	const chosen = Array.isArray(days) ? days : [];
	return {
		days: weekdays.filter((day) => chosen.includes(day)),
		from: asString(from) ?? '',
		to: asString(to) ?? '',
	};
}

function readFallback(read: Form['read']): FallbackStep[] | undefined {
	const channel = read('fallback', 'none');
	if (channel !== 'sms' && channel !== 'mms') return undefined;
	const options = asObject(read('fallbackOptions', {}));
	const text = asString(read('fallbackText', '')) ?? '';
	const from = asString(options['from']);
	if (channel === 'sms') {
		return [{ channel, text, ...defined({ from, maxParts: asNumber(options['maxParts']) }) }];
	}
	const mediaUrls = String(read('fallbackMediaUrls', ''))
		.split(',')
		.map((url) => url.trim())
		.filter(Boolean);
	const subject = asString(options['subject']);
	return [{ channel, mediaUrls, ...defined({ from, subject, text: text || undefined }) }];
}

/** JSON is a content (it has `kind`) or a whole message; what it says wins over the node's fields. */
function readJson(form: FormContent, to: string, fields: MessageFields): MessageRead {
	const json = 'json' in form ? form.json : undefined;
	if (!isObject(json)) {
		const message = "The field 'Message (JSON)' does not hold a JSON object";
		return { ok: false, to, problems: [{ path: 'content', message }] };
	}
	if ('kind' in json) {
		const content = parse<Content>(contentSchema, json, 'content');
		if (!content.ok) return { ok: false, to, problems: content.problems };
		return { ok: true, message: { to, content: content.value, ...fields } };
	}
	const whole = parseMessage({ ...fields, ...json, ...(json['to'] === undefined ? { to } : {}) });
	return whole.ok
		? { ok: true, message: whole.value }
		: { ok: false, to, problems: whole.problems };
}
