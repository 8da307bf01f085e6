import { defined, type JsonObject } from '../../json';
import { parseTime } from '../../message/time';
import type { Card, Content, Suggestion } from '../../message/types';

/** Content as `RcsOutboundMessageContent` (POST /rcs/2/messages). */
export function encodeContent(content: Content): unknown {
	switch (content.kind) {
		case 'text':
			return { type: 'TEXT', text: content.text, ...encodeSuggestions(content.suggestions) };
		case 'file':
			return defined({
				type: 'FILE',
				file: { url: content.file.url },
				thumbnail: resource(content.file.thumbnailUrl),
				...encodeSuggestions(content.suggestions),
			});
		case 'card':
			return {
				type: 'CARD',
				...layout(content.orientation, content.imageAlignment),
				content: encodeCard(content.card),
				...encodeSuggestions(content.suggestions),
			};
		case 'carousel':
			return {
				type: 'CAROUSEL',
				cardWidth: upper(content.width ?? 'medium'),
				contents: content.cards.map(encodeCard),
				...encodeSuggestions(content.suggestions),
			};
		case 'template':
			return {
				type: 'PROVIDER_TEMPLATE',
				templateId: content.id,
				parameters: Object.entries(content.variables ?? {}).map(([name, value]) => ({
					name,
					value,
				})),
			};
		case 'form':
			throw new TypeError('Infobip has no form; core/send.ts refuses it');
		case 'raw':
			return content.payload;
	}
}

/** Both are required for every card, although the alignment matters for horizontal ones only. */
export function layout(
	orientation: 'vertical' | 'horizontal' = 'vertical',
	alignment: 'left' | 'right' = 'left',
): { orientation: string; alignment: string } {
	return { orientation: upper(orientation), alignment: upper(alignment) };
}

export function encodeCard(card: Card): JsonObject {
	return defined({
		title: card.title || undefined,
		description: card.description || undefined,
		media: card.media && {
			...defined({
				file: { url: card.media.url },
				thumbnail: resource(card.media.thumbnailUrl),
			}),
			height: upper(card.media.height ?? 'medium'),
		},
		...encodeSuggestions(card.suggestions),
	});
}

export function encodeSuggestions(suggestions: readonly Suggestion[] | undefined): {
	suggestions?: JsonObject[];
} {
	return suggestions?.length ? { suggestions: suggestions.map(encodeSuggestion) } : {};
}

function encodeSuggestion(suggestion: Suggestion): JsonObject {
	const { text } = suggestion;
	const label = { text, postbackData: suggestion.postbackData || text };
	switch (suggestion.type) {
		case 'reply':
			return { type: 'REPLY', ...label };
		case 'openUrl':
			return { type: 'OPEN_URL', ...label, url: suggestion.url, ...encodeView(suggestion.webview) };
		case 'dial':
			return { type: 'DIAL_PHONE', ...label, phoneNumber: suggestion.phoneNumber };
		case 'viewLocation': {
			const { latitude, longitude, label: place } = suggestion;
			return {
				type: 'SHOW_LOCATION',
				...label,
				latitude,
				longitude,
				...(place ? { label: place } : {}),
			};
		}
		case 'viewLocationQuery':
			throw new TypeError('Infobip has no map search; core/send.ts refuses or replaces it');
		case 'shareLocation':
			return { type: 'REQUEST_LOCATION', ...label };
		case 'calendar': {
			const { title, description, startTime, endTime } = suggestion;
			return {
				type: 'CREATE_CALENDAR_EVENT',
				...label,
				title,
				...(description ? { description } : {}),
				startTime: eventTime(startTime),
				endTime: eventTime(endTime),
			};
		}
	}
}

function encodeView(webview: 'full' | 'half' | 'tall' | undefined): JsonObject {
	return webview
		? { application: 'WEBVIEW', webviewViewMode: upper(webview) }
		: { application: 'BROWSER' };
}

function resource(url: string | undefined): { url: string } | undefined {
	return url ? { url } : undefined;
}

/** In a template, a time may be a placeholder. */
function eventTime(time: string): string {
	return time.includes('{{') ? time : infobipTime(time);
}

/** A time as Infobip writes it: `yyyy-MM-dd'T'HH:mm:ss.SSSZ`. In templates it may be a placeholder. */
export function infobipTime(time: string): string {
	const at = parseTime(time);
	return at === undefined ? time : new Date(at).toISOString().replace('Z', '+0000');
}

function upper(word: string): string {
	return word.toUpperCase();
}
