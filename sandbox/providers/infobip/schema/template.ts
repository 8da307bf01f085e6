import { anyString, byType, list, number, object, oneOf, string, type Schema } from '../../schema';
import { card, suggestion } from './suggestion';

const placeholder: Schema = { type: 'string', pattern: '^\\{\\{\\w+\\}\\}$' };
const templateSuggestion = suggestion(2048, {
	place: { anyOf: [number(-180, 180), placeholder] },
	time: { anyOf: [{ type: 'string', format: 'millisecond-time' }, placeholder] },
});
const suggestions = list(templateSuggestion, 0, 11);

/** The content of a template; PUT sends it alone. */
export const templateContent = byType({
	TEXT: { 'text!': string(0, 2500), suggestions },
	CARD: {
		'orientation!': oneOf('HORIZONTAL', 'VERTICAL'),
		'alignment!': oneOf('LEFT', 'RIGHT'),
		'content!': card(templateSuggestion),
	},
	CAROUSEL: {
		'cardWidth!': oneOf('SMALL', 'MEDIUM'),
		'contents!': list(card(templateSuggestion), 2, 10),
	},
	TEXT_WITH_PDF: {
		'text!': string(0, 1000),
		'url!': string(1, 1000),
		messageOrder: oneOf('TEXT_MESSAGE_AT_TOP', 'PDF_AT_TOP'),
		suggestions,
	},
});

/** POST /rcs/1/senders/{sender}/templates. */
export const createTemplate = object({
	'templateName!': { type: 'string', minLength: 1, maxLength: 20, pattern: '^[A-Za-z0-9_]*$' },
	'providers!': list(anyString),
	'content!': templateContent,
});

/** PATCH .../templates/{templateName}/register. */
export const registerTemplate = object({ 'providers!': list(anyString) });
