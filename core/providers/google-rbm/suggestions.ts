import { isoTime } from '../../event/event';
import { defined, type JsonObject } from '../../json';
import type { Suggestion } from '../../message/types';

type Action = Exclude<Suggestion, { type: 'reply' }>;

/**
 * Suggestions of a message or card. The reference calls `postbackData` base64, but the guides send it as
 * plain text and get it back as sent, so it travels as it is.
 */
export function encodeSuggestions(suggestions: readonly Suggestion[] | undefined): JsonObject {
	return suggestions?.length ? { suggestions: suggestions.map(encodeSuggestion) } : {};
}

function encodeSuggestion(suggestion: Suggestion): JsonObject {
	const { text } = suggestion;
	const label = { text, postbackData: suggestion.postbackData || text };
	if (suggestion.type === 'reply') return { reply: label };
	return { action: { ...label, ...encodeAction(suggestion) } };
}

function encodeAction(action: Action): JsonObject {
	switch (action.type) {
		case 'openUrl':
			return { openUrlAction: { url: action.url, ...encodeView(action.webview) } };
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
		case 'calendar': {
			const { title, description, startTime, endTime } = action;
			const event = {
				startTime: isoTime(startTime),
				endTime: isoTime(endTime),
				title,
				...defined({ description: description || undefined }),
			};
			return { createCalendarEventAction: event };
		}
	}
}

function encodeView(webview: 'full' | 'half' | 'tall' | undefined): JsonObject {
	return webview
		? { application: 'WEBVIEW', webviewViewMode: webview.toUpperCase() }
		: { application: 'BROWSER' };
}
