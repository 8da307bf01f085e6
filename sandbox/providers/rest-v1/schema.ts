import {
	anyString,
	bool,
	integer,
	list,
	number,
	object,
	oneOf,
	string,
	url,
	type Schema,
} from '../schema';

const phone: Schema = { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' };
const moment: Schema = { type: 'string', format: 'rfc3339-time' };
const texts: Schema = { type: 'object', additionalProperties: { type: 'string' } };
const label = { 'text!': string(1, 25), 'postback_data!': string(1, 2048) };
const place = object({ 'latitude!': number(-90, 90), 'longitude!': number(-180, 180) });

/** Exactly one member of an object. */
const single = (members: Readonly<Record<string, Schema>>): Schema => ({
	...object(members),
	minProperties: 1,
	maxProperties: 1,
});

const action = object({
	...label,
	open_url_action: object({
		'url!': url(2048),
		application: oneOf('BROWSER', 'WEBVIEW'),
		webview_view_mode: oneOf('FULL', 'HALF', 'TALL'),
	}),
	dial_action: object({ 'phone_number!': phone }),
	view_location_action: object({
		lat_long: place,
		label: string(1, 100),
		query: string(1, 1000),
	}),
	share_location_action: object({}),
	// Times are checked by the rules: in a template they may be placeholders.
	create_calendar_event_action: object({
		'start_time!': anyString,
		'end_time!': anyString,
		'title!': string(1, 100),
		description: string(1, 500),
	}),
});

const chip = single({ reply: object(label), action });

const file = {
	'content_url!': url(2048),
	thumbnail_url: url(2048),
	alt_text: anyString,
	force_refresh: bool,
};

const card = object({
	title: string(1, 200),
	description: string(1, 2000),
	media: object({ ...file, 'height!': oneOf('SHORT', 'MEDIUM', 'TALL') }),
	suggestions: list(chip, 0, 4),
});

const richCard = single({
	standalone_card: object({
		card_orientation: oneOf('HORIZONTAL', 'VERTICAL'),
		thumbnail_image_alignment: oneOf('LEFT', 'RIGHT'),
		'card_content!': card,
	}),
	carousel_card: object({
		'card_width!': oneOf('SMALL', 'MEDIUM'),
		'card_contents!': list(card, 2, 10),
	}),
});

const content = object({
	text: string(1, 3072),
	file: object(file),
	rich_card: richCard,
	suggestions: list(chip, 0, 11),
});

const LONGEST_VALIDITY = 15 * 24 * 3600;

const message = {
	message_id: string(1, 200),
	'to!': phone,
	from: string(1, 100),
	content,
	template_id: string(1, 200),
	language: string(1, 35),
	// The guide's own example has a list among them.
	variables: { type: 'object' },
	sms_fallback: object({ 'text!': string(1, 1600), from: string(1, 20) }),
	validity_seconds: integer(1, LONGEST_VALIDITY),
	expires_at: moment,
	traffic_type: oneOf(
		'AUTHENTICATION',
		'TRANSACTION',
		'PROMOTION',
		'SERVICEREQUEST',
		'ACKNOWLEDGEMENT',
	),
	tracking: object({ clicks: bool, shorten_urls: bool }),
	campaign_id: string(1, 255),
	client_ref: string(1, 4000),
	label: string(1, 100),
	callback_data: string(1, 4000),
	status_url: url(2048),
};

/** POST /v1/messages, and each message of a bulk request. */
export const sendBody = object(message);

/** POST /v1/messages/bulk; its messages are checked one by one, so that each gets its own answer. */
export const bulkBody = object({ 'messages!': list({}, 1, 100) });

/** POST /v1/messages/schedule. */
export const scheduleBody = object({ ...message, 'send_at!': moment });

/** POST and PUT of templates. */
export const templateBody = object({
	'name!': string(1, 200),
	language: string(1, 35),
	description: string(1, 1000),
	'content!': content,
});

const contact = {
	opt_in_status: oneOf('opted_in', 'opted_out', 'unknown'),
	tags: list(string(1, 100), 0, 100),
	attributes: texts,
};

export const contactBody = object({ 'phone!': phone, ...contact });
export const contactChange = object({ phone, ...contact });

/** POST /v1/contacts/import; its contacts are checked one by one. */
export const importBody = object({ 'contacts!': list({}, 1, 10_000) });

/** POST /v1/webhooks. */
export const webhookBody = (events: readonly string[]): Schema =>
	object({
		'url!': url(2048),
		'events!': list(oneOf(...events), 1),
		'secret!': string(16, 200),
	});
