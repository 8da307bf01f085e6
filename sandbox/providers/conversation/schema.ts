import { bool, list, number, object, oneOf, string, url, type Schema } from '../schema';

const label = { 'text!': string(1, 25), 'postbackData!': string(1, 2048) };
const rfc3339: Schema = { type: 'string', format: 'rfc3339-time' };

const latLong = object({ 'latitude!': number(-90, 90), 'longitude!': number(-180, 180) });

const innerActions: Record<string, Schema> = {
	openUrlAction: object({
		'url!': url(2048),
		application: oneOf('BROWSER', 'WEBVIEW'),
		webviewViewMode: oneOf('FULL', 'HALF', 'TALL'),
	}),
	dialAction: object({ 'phoneNumber!': { type: 'string', pattern: '^\\+[1-9]\\d{1,14}$' } }),
	viewLocationAction: object({ latLong, label: string(1, 100), query: string(1, 1000) }),
	shareLocationAction: object({}),
	createCalendarEventAction: object({
		'startTime!': rfc3339,
		'endTime!': rfc3339,
		'title!': string(1, 100),
		description: string(1, 500),
	}),
};

// An action may have no inner action at all, as in the guide's example: then a tap only tells us.
const suggestion: Schema = {
	...object({ reply: object(label), action: object({ ...label, ...innerActions }) }),
	minProperties: 1,
	maxProperties: 1,
};

const cardContent: Schema = object({
	media: object({
		'height!': oneOf('SHORT', 'MEDIUM', 'TALL'),
		'contentUrl!': url(2048),
		thumbnailUrl: url(2048),
		forceRefresh: bool,
	}),
	title: string(1, 200),
	description: string(1, 2000),
	suggestions: list(suggestion, 0, 4),
});

const richCard: Schema = {
	...object({
		standaloneCard: object({
			cardOrientation: oneOf('HORIZONTAL', 'VERTICAL'),
			thumbnailImageAlignment: oneOf('LEFT', 'RIGHT'),
			'cardContent!': cardContent,
		}),
		carouselCard: object({
			'cardWidth!': oneOf('SMALL', 'MEDIUM'),
			'cardContents!': list(cardContent, 2, 10),
		}),
	}),
	minProperties: 1,
	maxProperties: 1,
};

/** A field that is filled in, or chosen from `options`; only a choice has them, and it needs them. */
const field: Schema = {
	...object({
		'name!': string(1, 100),
		'label!': string(1, 200),
		'type!': oneOf('TEXT', 'LONG_TEXT', 'NUMBER', 'EMAIL', 'PHONE', 'DATE', 'CHOICE'),
		required: bool,
		options: list(string(1, 200), 1),
	}),
	if: { properties: { type: { const: 'CHOICE' } } },
	then: { required: ['options'] },
	else: { properties: { options: false } },
};

const form: Schema = object({
	'title!': string(1, 200),
	description: string(1, 2000),
	'fields!': list(field, 1, 20),
	'submit!': object(label),
});

/** POST /v1/messages. */
export const sendRequest: Schema = object({
	'conversationId!': string(1, 255),
	'messageId!': string(1, 200),
	'message!': object({
		text: string(1, 3072),
		richCard,
		form,
		suggestions: list(suggestion, 0, 11),
		fallbackText: string(1, 3072),
	}),
});
