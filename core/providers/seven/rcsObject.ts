import { isoTime } from '../../event/event';
import { defined, type JsonObject } from '../../json';
import type { Card, CardContent, CardMedia, Content, Media, Suggestion } from '../../message/types';

/**
 * The "RCS object" of seven.io, which stands in `text` instead of a plain text. UNCERTAIN: the page that
 * describes it could not be read, and the only example known is `{contentType: 'text', text}`. The rest
 * is a guess: Google's AgentContentMessage, whose names seven.io uses in its webhooks and capabilities,
 * tagged with `contentType`. Nothing but this file knows the form, so that a correction stays in it.
 */
export function encodeRcsObject(content: Content): JsonObject {
	switch (content.kind) {
		case 'text':
			return { contentType: 'text', text: content.text, ...list(content.suggestions) };
		case 'file':
			return {
				contentType: 'file',
				contentInfo: encodeFile(content.file),
				...list(content.suggestions),
			};
		case 'card':
			return {
				contentType: 'richcard',
				richCard: { standaloneCard: encodeStandalone(content) },
				...list(content.suggestions),
			};
		case 'carousel': {
			const cardWidth = upper(content.width ?? 'medium');
			const carouselCard = { cardWidth, cardContents: content.cards.map(encodeCard) };
			return { contentType: 'carousel', richCard: { carouselCard }, ...list(content.suggestions) };
		}
		default:
			throw new TypeError(`seven.io has no ${content.kind}; core/send.ts refuses it`);
	}
}

/** The alignment matters on horizontal cards only, and they need it. */
function encodeStandalone({ orientation, imageAlignment, card }: CardContent): JsonObject {
	const alignment = orientation === 'horizontal' ? (imageAlignment ?? 'left') : undefined;
	return defined({
		cardOrientation: upper(orientation ?? 'vertical'),
		thumbnailImageAlignment: alignment && upper(alignment),
		cardContent: encodeCard(card),
	});
}

function encodeCard(card: Card): JsonObject {
	return defined({
		title: card.title || undefined,
		description: card.description || undefined,
		media: card.media && encodeCardMedia(card.media),
		...list(card.suggestions),
	});
}

function encodeCardMedia(media: CardMedia): JsonObject {
	return { height: upper(media.height ?? 'medium'), contentInfo: encodeFile(media) };
}

function encodeFile({ url, thumbnailUrl, forceRefresh }: Media): JsonObject {
	return defined({ fileUrl: url, thumbnailUrl, forceRefresh });
}

function list(suggestions: readonly Suggestion[] | undefined): JsonObject {
	return suggestions?.length ? { suggestions: suggestions.map(encodeSuggestion) } : {};
}

function encodeSuggestion(suggestion: Suggestion): JsonObject {
	const { text } = suggestion;
	const label = { text, postbackData: suggestion.postbackData || text };
	if (suggestion.type === 'reply') return { reply: label };
	return { action: { ...label, ...encodeAction(suggestion) } };
}

function encodeAction(action: Exclude<Suggestion, { type: 'reply' }>): JsonObject {
	switch (action.type) {
		case 'openUrl': {
			const { url, webview } = action;
			const view = webview
				? { application: 'WEBVIEW', webviewViewMode: upper(webview) }
				: { application: 'BROWSER' };
			return { openUrlAction: { url, ...view } };
		}
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

function upper(word: string): string {
	return word.toUpperCase();
}
