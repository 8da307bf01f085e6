import { isoTime } from '../event/event';
import { defined, type JsonObject } from '../json';
import type { Suggestion } from '../message/types';
import { type Dialect, upper } from './dialect';

type Action = Exclude<Suggestion, { type: 'reply' }>;
type Of<T extends Action['type']> = Extract<Action, { type: T }>;

/**
 * RBM's `suggestions` of a message or card; undefined when there are none. The reference calls
 * `postbackData` base64, but the guides send it as plain text and get it back as sent, so it travels
 * as it is.
 */
export function suggestionList(
	suggestions: readonly Suggestion[] = [],
	dialect: Dialect,
): JsonObject[] | undefined {
	if (suggestions.length === 0) return undefined;
	return suggestions.map((suggestion) => {
		const { text } = suggestion;
		const label = { text, postbackData: suggestion.postbackData || text };
		return suggestion.type === 'reply'
			? { reply: label }
			: { action: { ...label, ...encodeAction(suggestion, dialect) } };
	});
}

function encodeAction(action: Action, dialect: Dialect): JsonObject {
	switch (action.type) {
		case 'openUrl':
			return { openUrlAction: { url: action.url, ...view(action, dialect) } };
		case 'dial':
			return { dialAction: { phoneNumber: action.phoneNumber } };
		case 'viewLocation': {
			const { latitude, longitude, label } = action;
			const place = defined({ latLong: { latitude, longitude }, label: label || undefined });
			return { viewLocationAction: place };
		}
		case 'viewLocationQuery':
			return { viewLocationAction: { query: action.query } };
		case 'shareLocation':
			return { shareLocationAction: {} };
		case 'calendar':
			return { createCalendarEventAction: calendarEvent(action) };
	}
}

function view({ webview }: Of<'openUrl'>, { namesBrowser }: Dialect): JsonObject {
	if (webview) return { application: 'WEBVIEW', webviewViewMode: upper(webview) };
	return namesBrowser ? { application: 'BROWSER' } : {};
}

function calendarEvent({ title, description, startTime, endTime }: Of<'calendar'>): JsonObject {
	return {
		startTime: eventTime(startTime),
		endTime: eventTime(endTime),
		title,
		...defined({ description: description || undefined }),
	};
}

/** In a template, a time may be a placeholder. */
function eventTime(time: string): string {
	return isoTime(time) ?? time;
}
