import { anyString, bool, list, number, object, oneOf, string, url, type Schema } from '../schema';

const phoneNumber: Schema = { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' };
const time: Schema = { type: 'string', format: 'rfc3339-time' };
const fileName: Schema = { type: 'string', pattern: '^files/.+$' };
const label = { 'text!': string(1, 25), 'postbackData!': string(1, 2048) };

/** Exactly one of its members, as a `oneof` of the protocol buffers. */
const exactlyOne = (members: Readonly<Record<string, Schema>>): Schema => ({
	...object(members),
	minProperties: 1,
	maxProperties: 1,
});

const actions: Record<string, Schema> = {
	openUrlAction: object({
		'url!': url(2048),
		application: oneOf('BROWSER', 'WEBVIEW'),
		webviewViewMode: oneOf('FULL', 'HALF', 'TALL'),
		description: anyString,
	}),
	dialAction: object({ 'phoneNumber!': { type: 'string', pattern: '^[0-9+*#]+$' } }),
	viewLocationAction: object({
		latLong: object({ latitude: number(-90, 90), longitude: number(-180, 180) }),
		label: anyString,
		query: anyString,
	}),
	shareLocationAction: object({}),
	createCalendarEventAction: object({
		'startTime!': time,
		'endTime!': time,
		'title!': string(1, 100),
		description: string(0, 500),
	}),
};

const suggestion = exactlyOne({
	reply: object(label),
	action: object({ ...label, fallbackUrl: url(2048), ...actions }),
});

const file = {
	contentInfo: object({ 'fileUrl!': url(2048), thumbnailUrl: url(2048), forceRefresh: bool }),
	uploadedRbmFile: object({ 'fileName!': fileName, thumbnailName: fileName }),
};

const card = object({
	title: string(0, 200),
	description: string(0, 2000),
	media: object({ height: oneOf('SHORT', 'MEDIUM', 'TALL'), ...file }),
	suggestions: list(suggestion, 0, 4),
});

const richCard = exactlyOne({
	standaloneCard: object({
		'cardOrientation!': oneOf('HORIZONTAL', 'VERTICAL'),
		thumbnailImageAlignment: oneOf('LEFT', 'RIGHT'),
		'cardContent!': card,
	}),
	carouselCard: object({
		'cardWidth!': oneOf('SMALL', 'MEDIUM'),
		'cardContents!': list(card, 2, 10),
	}),
});

/** POST /v1/phones/{E.164}/agentMessages. */
export const agentMessage = object({
	'contentMessage!': object({
		text: string(1, 3072),
		richCard,
		...file,
		suggestions: list(suggestion, 0, 11),
	}),
	ttl: { type: 'string', pattern: '^\\d+(\\.\\d{1,9})?s$' },
	expireTime: time,
	messageTrafficType: oneOf(
		'AUTHENTICATION',
		'TRANSACTION',
		'PROMOTION',
		'SERVICEREQUEST',
		'ACKNOWLEDGEMENT',
	),
});

/** POST /v1/phones/{E.164}/agentEvents. */
export const agentEvent = object({
	'eventType!': oneOf('IS_TYPING', 'READ'),
	messageId: string(1, 200),
});

/** POST /v1/users:batchGet. */
export const batchGetUsers = object({
	'users!': { ...list(phoneNumber, 500, 10_000), uniqueItems: true },
	agentId: anyString,
});

/** POST /v1/files. */
export const createFile = object({
	'fileUrl!': url(2048),
	thumbnailUrl: url(2048),
	contentDescription: anyString,
	agentId: anyString,
});

/** POST /v1/phones/{E.164}/testers. */
export const tester = object({});
