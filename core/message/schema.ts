import * as v from 'valibot';
import { lookUp } from '../json';
import type { Problem } from './problem';
import type { RcsMessage } from './types';
import { trafficTypes, weekdays } from './types';

/**
 * The structure of a message, for JSON that comes from outside. Unknown keys are refused: a typing
 * mistake must not silently drop a part of a message. Limits are not checked here (see validate.ts).
 */

const media = {
	url: v.string(),
	thumbnailUrl: v.exactOptional(v.string()),
	mimeType: v.exactOptional(v.string()),
	fileName: v.exactOptional(v.string()),
	altText: v.exactOptional(v.string()),
	forceRefresh: v.exactOptional(v.boolean()),
};

const label = { text: v.string(), postbackData: v.exactOptional(v.string()) };

const suggestion = v.variant('type', [
	v.strictObject({ ...label, type: v.literal('reply') }),
	v.strictObject({
		...label,
		type: v.literal('openUrl'),
		url: v.string(),
		webview: v.exactOptional(v.picklist(['full', 'half', 'tall'])),
	}),
	v.strictObject({ ...label, type: v.literal('dial'), phoneNumber: v.string() }),
	v.strictObject({
		...label,
		type: v.literal('viewLocation'),
		latitude: v.number(),
		longitude: v.number(),
		label: v.exactOptional(v.string()),
	}),
	v.strictObject({ ...label, type: v.literal('viewLocationQuery'), query: v.string() }),
	v.strictObject({ ...label, type: v.literal('shareLocation') }),
	v.strictObject({
		...label,
		type: v.literal('calendar'),
		title: v.string(),
		description: v.exactOptional(v.string()),
		startTime: v.string(),
		endTime: v.string(),
	}),
]);

const suggestions = { suggestions: v.exactOptional(v.array(suggestion)) };

const card = v.strictObject({
	title: v.exactOptional(v.string()),
	description: v.exactOptional(v.string()),
	media: v.exactOptional(
		v.strictObject({ ...media, height: v.exactOptional(v.picklist(['short', 'medium', 'tall'])) }),
	),
	...suggestions,
});

const strings = v.record(v.string(), v.string());

const field = {
	name: v.string(),
	label: v.string(),
	required: v.exactOptional(v.boolean()),
};

const formField = v.variant('type', [
	v.strictObject({
		...field,
		type: v.picklist(['text', 'longText', 'number', 'email', 'phone', 'date']),
	}),
	v.strictObject({ ...field, type: v.literal('choice'), choices: v.array(v.string()) }),
]);

const content = v.variant('kind', [
	v.strictObject({ kind: v.literal('text'), text: v.string(), ...suggestions }),
	v.strictObject({ kind: v.literal('file'), file: v.strictObject(media), ...suggestions }),
	v.strictObject({
		kind: v.literal('card'),
		orientation: v.exactOptional(v.picklist(['vertical', 'horizontal'])),
		imageAlignment: v.exactOptional(v.picklist(['left', 'right'])),
		card,
		...suggestions,
	}),
	v.strictObject({
		kind: v.literal('carousel'),
		width: v.exactOptional(v.picklist(['small', 'medium'])),
		cards: v.array(card),
		...suggestions,
	}),
	v.strictObject({
		kind: v.literal('form'),
		title: v.string(),
		description: v.exactOptional(v.string()),
		fields: v.array(formField),
		submitText: v.exactOptional(v.string()),
		postbackData: v.exactOptional(v.string()),
		...suggestions,
	}),
	v.strictObject({
		kind: v.literal('template'),
		id: v.string(),
		language: v.exactOptional(v.string()),
		variables: v.exactOptional(v.record(v.string(), v.unknown())),
	}),
	v.strictObject({ kind: v.literal('raw'), payload: v.unknown() }),
]);

const fallbackStep = v.variant('channel', [
	v.strictObject({
		channel: v.literal('sms'),
		from: v.exactOptional(v.string()),
		text: v.string(),
		maxParts: v.exactOptional(v.number()),
	}),
	v.strictObject({
		channel: v.literal('mms'),
		from: v.exactOptional(v.string()),
		text: v.exactOptional(v.string()),
		subject: v.exactOptional(v.string()),
		mediaUrls: v.array(v.string()),
	}),
	v.strictObject({
		channel: v.literal('whatsapp'),
		senderId: v.string(),
		templateId: v.exactOptional(v.string()),
		body: v.exactOptional(v.unknown()),
	}),
]);

export const contentSchema: v.GenericSchema<unknown, RcsMessage['content']> = content;

const messageSchema: v.GenericSchema<unknown, RcsMessage> = v.strictObject({
	to: v.string(),
	from: v.exactOptional(v.string()),
	id: v.exactOptional(v.string()),
	content,
	fallback: v.exactOptional(v.array(fallbackStep)),
	traffic: v.exactOptional(v.picklist(trafficTypes)),
	validity: v.exactOptional(v.strictObject({ seconds: v.number() })),
	expiresAt: v.exactOptional(v.string()),
	schedule: v.exactOptional(v.strictObject({ at: v.string() })),
	deliveryWindow: v.exactOptional(
		v.strictObject({ days: v.array(v.picklist(weekdays)), from: v.string(), to: v.string() }),
	),
	tracking: v.exactOptional(
		v.strictObject({
			clicks: v.exactOptional(v.boolean()),
			shortenUrls: v.exactOptional(v.boolean()),
		}),
	),
	correlation: v.exactOptional(
		v.strictObject({
			campaignId: v.exactOptional(v.string()),
			clientRef: v.exactOptional(v.string()),
			label: v.exactOptional(v.string()),
			callbackData: v.exactOptional(v.string()),
		}),
	),
	notify: v.exactOptional(
		v.strictObject({
			statusUrl: v.exactOptional(v.string()),
			enabled: v.exactOptional(v.boolean()),
		}),
	),
	simulate: v.exactOptional(v.boolean()),
	placeholders: v.exactOptional(strings),
	providerOptions: v.exactOptional(v.record(v.string(), v.unknown())),
});

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/**
 * Reads a value of unknown origin against a schema; each problem names the place, what was expected
 * and what was found - but not where that could be a secret.
 */
export function parse<T>(
	schema: v.GenericSchema<unknown, T>,
	input: unknown,
	at = '',
	content: 'plain' | 'secret' = 'plain',
): Parsed<T> {
	const result = v.safeParse(schema, input);
	if (result.success) return { ok: true, value: result.output };
	return { ok: false, problems: result.issues.map((issue) => toProblem(issue, at, content)) };
}

/** Reads a whole message from JSON. */
export function parseMessage(input: unknown): Parsed<RcsMessage> {
	return parse(messageSchema, input);
}

function toProblem(issue: v.BaseIssue<unknown>, at: string, content: 'plain' | 'secret'): Problem {
	const path = [at, v.getDotPath(issue)].filter(Boolean).join('.') || 'message';
	if (issue.expected === 'never') return { path, message: `${path} is not a known field` };
	if (issue.received === 'undefined') return { path, message: `${path} is missing` };
	// Checks of ours have words of their own.
	if (issue.expected === null) return { path, message: `${path} ${issue.message}` };
	if (issue.type === 'min_length' && issue.requirement === 1)
		return { path, message: `${path} is empty` };
	const expected = expectedWords(issue.expected);
	const found = content === 'plain' ? issue.received : kindWords(issue.input, expected);
	return { path, message: `${path} must be ${expected}, but is ${found}` };
}

const kinds: Readonly<Record<string, string>> = { Object: 'an object', Array: 'a list' };

/** What a schema expects, which it says as `("a" | "b" | Object)`. */
function expectedWords(expected: string): string {
	const choices = expected.replace(/^\((.*)\)$/s, '$1').split(' | ');
	const words = choices.map((one) => lookUp<string>(kinds, one) ?? one);
	const last = words.pop() ?? expected;
	return words.length === 0 ? last : `${words.join(', ')} or ${last}`;
}

/** What was found, without what it holds. */
function kindWords(input: unknown, expected: string): string {
	if (input === null) return 'null';
	if (Array.isArray(input)) return 'a list';
	if (typeof input === 'object') return 'an object';
	return typeof input === 'string' && expected.includes('"')
		? 'another text'
		: `of type ${typeof input}`;
}
