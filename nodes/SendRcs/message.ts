import { asObject, defined, isObject } from '../../core/json';
import { writtenNumber } from '../../core/message/phone';
import type { Problem } from '../../core/message/problem';
import { contentSchema, parse, parseMessage } from '../../core/message/schema';
import {
	type Content,
	type DeliveryWindow,
	type RcsMessage,
	trafficTypes,
	weekdays,
} from '../../core/message/types';
import { timeWithOffset } from '../shared/times';
import { readContent } from './content';
import { readFallback } from './fallback';
import type { Form } from './form';
import { OptionValues } from './optionValues';

export type MessageRead =
	{ ok: true; message: RcsMessage } | { ok: false; to: string; problems: Problem[] };

/** The message of one item as the node's fields say it; limits are checked later, by the core. */
export function readMessage(form: Form): MessageRead {
	const options = new OptionValues(asObject(form.read('options', {})));
	const to = writtenNumber(String(form.read('to') ?? ''), options.text('defaultCountry'));
	const fallback = readFallback(form);
	const fields = { ...readFields(form, options), ...defined({ fallback: fallback.steps }) };
	const written = readContent(form);
	const problems = [...options.problems, ...fallback.problems, ...(form.problems ?? [])];
	if ('problems' in written) problems.push(...written.problems);
	if (problems.length > 0) return { ok: false, to, problems };
	if ('content' in written)
		return { ok: true, message: { to, content: written.content, ...fields } };
	return readJson('json' in written ? written.json : undefined, to, fields);
}

type MessageFields = Omit<RcsMessage, 'to' | 'content'>;

function readFields({ timezone }: Form, options: OptionValues): MessageFields {
	const seconds = options.number('validity');
	const scheduleAt = options.raw('scheduleAt');
	const expiresAt = options.raw('expiresAt');
	const placeholders = options.object('placeholders');
	return defined({
		from: options.text('from'),
		traffic: options.oneOf('traffic', trafficTypes),
		validity: seconds === undefined ? undefined : { seconds },
		expiresAt: expiresAt ? timeWithOffset(String(expiresAt), timezone) : undefined,
		schedule: scheduleAt ? { at: timeWithOffset(String(scheduleAt), timezone) } : undefined,
		deliveryWindow: readWindow(options.raw('deliveryWindow')),
		tracking: filled(
			defined({
				clicks: options.boolean('trackClicks') || undefined,
				shortenUrls: options.boolean('shortenUrls') || undefined,
			}),
		),
		correlation: filled(
			defined({
				campaignId: options.text('campaignId'),
				clientRef: options.text('clientRef'),
				label: options.text('label'),
				callbackData: options.text('callbackData'),
			}),
		),
		notify: filled(
			defined({ statusUrl: options.text('statusUrl'), enabled: options.boolean('notify') }),
		),
		simulate: options.boolean('simulate') || undefined,
		placeholders: placeholders && stringValues(placeholders),
		providerOptions: options.object('providerOptions'),
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
		from: String(from ?? ''),
		to: String(to ?? ''),
	};
}

/** JSON is a content (it has `kind`) or a whole message; what it says wins over the node's fields. */
function readJson(json: unknown, to: string, fields: MessageFields): MessageRead {
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
