import { byType, number, object, oneOf, string, time, url, type Schema } from '../../schema';

/** Suggestions of messages allow postback data of 2024, those of templates 2048: as documented. */
export function suggestion(
	postbackMax: number,
	variable?: { place: Schema; time: Schema },
): Schema {
	const label = { 'text!': string(1, 25), 'postbackData!': string(1, postbackMax) };
	const when = variable?.time ?? time;
	return byType({
		REPLY: label,
		OPEN_URL: {
			...label,
			'url!': url(2048),
			application: oneOf('BROWSER', 'WEBVIEW'),
			webviewViewMode: oneOf('FULL', 'HALF', 'TALL'),
		},
		DIAL_PHONE: {
			...label,
			'phoneNumber!': { type: 'string', pattern: '^\\+?[0-9]\\d{1,14}$' },
		},
		SHOW_LOCATION: {
			...label,
			'latitude!': variable?.place ?? number(-90, 90),
			'longitude!': variable?.place ?? number(-180, 180),
			label: string(1, 100),
		},
		REQUEST_LOCATION: label,
		CREATE_CALENDAR_EVENT: {
			...label,
			'startTime!': when,
			'endTime!': when,
			'title!': string(1, 100),
			description: string(1, 500),
		},
	});
}

/** The part of a card that messages and templates share. */
export function card(suggestionSchema: Schema): Schema {
	const resource = object({ 'url!': url(2048) });
	return object({
		title: string(1, 200),
		description: string(1, 2000),
		media: object({
			'file!': resource,
			thumbnail: resource,
			'height!': oneOf('SHORT', 'MEDIUM', 'TALL'),
		}),
		suggestions: { type: 'array', items: suggestionSchema, maxItems: 4 },
	});
}
