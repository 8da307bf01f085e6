import { byType, list, object, oneOf, string, url, type Schema } from '../../schema';

const LABEL = 25;

/** The guide names 2 to 10 cards; the other numbers are what the RCS network itself takes. */
const label = { 'text!': string(1, LABEL) };
const moment: Schema = { type: 'string', format: 'rfc3339-time' };
const decimal: Schema = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' };
const phone: Schema = { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' };

const place = { 'latitude!': decimal, 'longitude!': decimal, label: string(1, 100) };
const search = { 'query!': string(1, 1000) };
const event = (time: Schema) => ({
	'title!': string(1, 100),
	description: string(1, 500),
	'startTime!': time,
	'endTime!': time,
});

const suggestion = byType({
	reply: { ...label, 'postbackData!': string(1, 2048) },
	url: { ...label, 'url!': url(2048) },
	dial: { ...label, 'phoneNumber!': phone },
	locationCoordinates: { ...label, ...place },
	locationQuery: { ...label, ...search },
	calendar: { ...label, ...event(moment) },
});

/** In templates the fields stand in an object named as the type, and may be placeholders. */
const templateSuggestion = byType({
	reply: { ...label, 'reply!': object({ 'postbackData!': string(1, 2048) }) },
	url: { ...label, 'url!': object({ 'url!': string(1, 2048) }) },
	dial: { ...label, 'dial!': object({ 'phoneNumber!': string(1, 40) }) },
	coordinates: { ...label, 'coordinates!': object(place) },
	location: { ...label, 'location!': object(search) },
	calendar: { ...label, 'calendar!': object(event(string(1, 100))) },
});

/** The fields of each type of content. */
function fieldsOf(chip: Schema): Record<string, Record<string, Schema>> {
	const card = {
		title: string(1, 200),
		description: string(1, 2000),
		mediaUrl: url(2048),
		mediaHeight: oneOf('SHORT', 'MEDIUM', 'TALL'),
		suggestions: list(chip, 0, 4),
	};
	return {
		TEXT: { 'text!': string(1, 3072), suggestions: list(chip, 0, 11) },
		CARD: card,
		CAROUSEL: { 'cards!': list(object(card), 2, 10) },
	};
}

const fields = fieldsOf(suggestion);

/** Content as the guide has it: the fields beside the type. */
export const flatBody = byType(fields);

/** Content as the Postman collection has it: the fields in a body of their own. */
export const nestedBody = byType(
	Object.fromEntries(Object.entries(fields).map(([type, own]) => [type, { 'body!': object(own) }])),
);

/** Text and sender of the SMS that follows. */
export const sms = object({ 'sender!': string(1, 16), 'text!': string(1, 3072) });

/** The body of a template of each type. */
export const templateBodies = Object.fromEntries(
	Object.entries(fieldsOf(templateSuggestion)).map(([type, own]) => [
		type,
		object({ ...own, fallbackSms: sms }),
	]),
);
