import { defined, type JsonObject } from '../../json';
import { parseTime } from '../../message/time';
import type { Suggestion } from '../../message/types';

/** A suggestion as the send request writes it. Only a reply has data that comes back. */
export interface AgileSuggestion extends JsonObject {
	type: string;
	text: string;
}

export function encodeSuggestion(suggestion: Suggestion): AgileSuggestion {
	const { text } = suggestion;
	switch (suggestion.type) {
		case 'reply':
			return { type: 'reply', text, postbackData: suggestion.postbackData || text };
		case 'openUrl':
			return { type: 'url', text, url: suggestion.url };
		case 'dial':
			return { type: 'dial', text, phoneNumber: suggestion.phoneNumber };
		case 'viewLocation': {
			const { latitude, longitude, label } = suggestion;
			const place = { latitude: degrees(latitude), longitude: degrees(longitude) };
			return { type: 'locationCoordinates', text, ...place, ...(label ? { label } : {}) };
		}
		case 'viewLocationQuery':
			return { type: 'locationQuery', text, query: suggestion.query };
		case 'shareLocation':
			throw new TypeError('Agile Telecom cannot ask for a location; core/send.ts refuses it');
		case 'calendar': {
			const { title, description, startTime, endTime } = suggestion;
			return {
				type: 'calendar',
				text,
				...defined({ title, description: description || undefined }),
				startTime: eventTime(startTime),
				endTime: eventTime(endTime),
			};
		}
	}
}

/** As decimal text, exact to a hand's width: JavaScript writes what is smaller as `1e-7`. */
function degrees(value: number): string {
	return String(Number(value.toFixed(6)));
}

/** Whole seconds in UTC, as the guide writes them. In a template, a time may be a placeholder. */
function eventTime(time: string): string {
	const at = parseTime(time);
	return at === undefined ? time : new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Names of the template guide, where they are not those of the send request. */
const templateTypes: Readonly<Record<string, string>> = {
	locationCoordinates: 'coordinates',
	locationQuery: 'location',
};

/** A suggestion as templates have it: its own fields stand in an object named as its type. */
export function encodeTemplateSuggestion(suggestion: Suggestion): AgileSuggestion {
	const { type, text, ...own } = encodeSuggestion(suggestion);
	const name = templateTypes[type] ?? type;
	return { type: name, text, [name]: own };
}
