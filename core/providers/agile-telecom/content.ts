import { asObject, defined, type JsonObject } from '../../json';
import type { Card, Content, Suggestion } from '../../message/types';
import type { BodyStyle } from './options';
import { type AgileSuggestion, encodeSuggestion } from './suggestions';

type EncodeSuggestion = (suggestion: Suggestion) => AgileSuggestion;

/** What a content is, and its fields. */
export interface TypedFields {
	type: 'TEXT' | 'CARD' | 'CAROUSEL';
	fields: JsonObject;
}

/** The member `body` of a send request, or what stands in its place: the id of a template. */
export function encodeContent(content: Content, style: BodyStyle): JsonObject {
	switch (content.kind) {
		case 'template': {
			const placeholders = content.variables;
			return { templateId: Number(content.id), ...defined({ placeholders }) };
		}
		case 'raw':
			return { body: asObject(content.payload) };
		default: {
			const { type, fields } = typedFields(content);
			return { body: style === 'nested' ? { type, body: fields } : { type, ...fields } };
		}
	}
}

/** Text, a card or a carousel. Templates write suggestions in another way than messages. */
export function typedFields(
	content: Content,
	encode: EncodeSuggestion = encodeSuggestion,
): TypedFields {
	switch (content.kind) {
		case 'text': {
			const { text, suggestions } = content;
			return { type: 'TEXT', fields: { text, ...list(suggestions, encode) } };
		}
		case 'card':
			return { type: 'CARD', fields: cardFields(content.card, encode) };
		case 'carousel': {
			const cards = content.cards.map((card) => cardFields(card, encode));
			return { type: 'CAROUSEL', fields: { cards } };
		}
		default:
			throw new TypeError(`Agile Telecom has no ${content.kind}; core/send.ts refuses it`);
	}
}

function cardFields(card: Card, encode: EncodeSuggestion): JsonObject {
	return {
		...defined({
			title: card.title || undefined,
			description: card.description || undefined,
			mediaUrl: card.media?.url,
			mediaHeight: card.media?.height?.toUpperCase(),
		}),
		...list(card.suggestions, encode),
	};
}

function list(suggestions: readonly Suggestion[] = [], encode: EncodeSuggestion): JsonObject {
	return suggestions.length > 0 ? { suggestions: suggestions.map(encode) } : {};
}
