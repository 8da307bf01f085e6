import { isoTime } from '../../event/event';
import { defined, isObject, type JsonObject } from '../../json';
import type { Card, Content, Media, Suggestion } from '../../message/types';
import type { FieldValues } from './fieldMap';
import type { RestOptions } from './options';

/**
 * Content as values of our fields. Inside they have the shape of RBM's `contentMessage`, with the
 * address of a file as `contentUrl`, written in the keys the options ask for.
 */
export function contentFields(content: Content, keys: RestOptions['contentKeys']): FieldValues {
	switch (content.kind) {
		case 'template':
			return { templateId: content.id, language: content.language, variables: content.variables };
		case 'raw':
			return { raw: content.payload };
		default: {
			const values = { ...shown(content), suggestions: encodeSuggestions(content.suggestions) };
			return keys === 'camelCase' ? values : withSnakeKeys(values);
		}
	}
}

function shown(content: Exclude<Content, { kind: 'template' | 'raw' }>): FieldValues {
	switch (content.kind) {
		case 'text':
			return { text: content.text };
		case 'file':
			return { file: encodeMedia(content.file) };
		case 'card':
			return {
				card: defined({
					cardOrientation: (content.orientation ?? 'vertical').toUpperCase(),
					thumbnailImageAlignment: content.imageAlignment?.toUpperCase(),
					cardContent: encodeCard(content.card),
				}),
			};
		case 'carousel':
			return {
				carousel: {
					cardWidth: (content.width ?? 'medium').toUpperCase(),
					cardContents: content.cards.map(encodeCard),
				},
			};
		case 'form':
			throw new TypeError('REST API v1 has no form; core/send.ts refuses it');
	}
}

function encodeCard(card: Card): JsonObject {
	return defined({
		title: card.title || undefined,
		description: card.description || undefined,
		media: card.media && {
			height: (card.media.height ?? 'medium').toUpperCase(),
			...encodeMedia(card.media),
		},
		suggestions: encodeSuggestions(card.suggestions),
	});
}

function encodeMedia({ url, thumbnailUrl, altText, forceRefresh }: Media): JsonObject {
	return {
		contentUrl: url,
		...defined({
			thumbnailUrl: thumbnailUrl || undefined,
			altText: altText || undefined,
			forceRefresh,
		}),
	};
}

function encodeSuggestions(suggestions: readonly Suggestion[] = []): JsonObject[] | undefined {
	return suggestions.length > 0 ? suggestions.map(encodeSuggestion) : undefined;
}

function encodeSuggestion(suggestion: Suggestion): JsonObject {
	const { text } = suggestion;
	const label = { text, postbackData: suggestion.postbackData || text };
	return suggestion.type === 'reply'
		? { reply: label }
		: { action: { ...label, ...encodeAction(suggestion) } };
}

function encodeAction(suggestion: Exclude<Suggestion, { type: 'reply' }>): JsonObject {
	switch (suggestion.type) {
		case 'openUrl': {
			const { url, webview } = suggestion;
			const view = webview && { application: 'WEBVIEW', webviewViewMode: webview.toUpperCase() };
			return { openUrlAction: { url, ...view } };
		}
		case 'dial':
			return { dialAction: { phoneNumber: suggestion.phoneNumber } };
		case 'viewLocation': {
			const { latitude, longitude, label } = suggestion;
			const latLong = { latitude, longitude };
			return { viewLocationAction: { latLong, ...defined({ label: label || undefined }) } };
		}
		case 'viewLocationQuery':
			return { viewLocationAction: { query: suggestion.query } };
		case 'shareLocation':
			return { shareLocationAction: {} };
		case 'calendar': {
			const { title, description } = suggestion;
			const startTime = eventTime(suggestion.startTime);
			const endTime = eventTime(suggestion.endTime);
			const more = defined({ description: description || undefined });
			return { createCalendarEventAction: { startTime, endTime, title, ...more } };
		}
	}
}

/** In a template, a time may be a placeholder. */
function eventTime(time: string): string {
	return isoTime(time) ?? time;
}

/** The same value with every key of its objects in snake_case, but for the names of our fields. */
function withSnakeKeys(values: FieldValues): FieldValues {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, snakeKeys(value)]),
	);
}

function snakeKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(snakeKeys);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [snakeCase(key), snakeKeys(member)]),
	);
}

function snakeCase(key: string): string {
	return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
