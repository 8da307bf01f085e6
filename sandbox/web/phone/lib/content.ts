import type * as core from '../../../../core/message/types';
import type { HandsetContent } from '../../../../handset/types';
import type { Card, Content, FormField, Suggestion } from '../../../network/types';
import type { Place } from './types';

/** A message in the handset's words, and where on it each suggestion is. */
export interface Drawable {
	/** What some providers let a card or carousel say before it. */
	before?: string;
	content: HandsetContent;
	places: ReadonlyMap<core.Suggestion, Place>;
}

/** What the network carries, as the handset draws it. */
export function drawable(content: Content): Drawable {
	const places = new Map<core.Suggestion, Place>();
	const at = (suggestions: readonly Suggestion[], cardIndex?: number) =>
		suggestions.map((suggestion, suggestionIndex) => {
			const drawn = suggestionOf(suggestion);
			places.set(drawn, { suggestionIndex, ...(cardIndex !== undefined && { cardIndex }) });
			return drawn;
		});
	const suggestions = at(content.suggestions);
	switch (content.kind) {
		case 'text':
			return { content: { kind: 'text', text: content.text, suggestions }, places };
		case 'file':
			return { content: { kind: 'file', file: fileOf(content), suggestions }, places };
		case 'card': {
			const { orientation, imageAlignment, text } = content;
			const card = cardOf(content.card, at(content.card.suggestions, 0));
			return {
				...(text !== undefined && { before: text }),
				content: { kind: 'card', orientation, imageAlignment, card, suggestions },
				places,
			};
		}
		case 'carousel': {
			const cards = content.cards.map((card, i) => cardOf(card, at(card.suggestions, i)));
			return {
				...(content.text !== undefined && { before: content.text }),
				content: { kind: 'carousel', width: content.width, cards, suggestions },
				places,
			};
		}
		case 'form': {
			const { kind, title, description, submitText } = content;
			const fields = content.fields.map(fieldOf);
			return {
				content: {
					...{ kind, title, fields, submitText, suggestions },
					...(description !== undefined && { description }),
				},
				places,
			};
		}
	}
}

/** A file of the network as the handset knows it. */
export const fileOf = (file: { url: string; thumbnailUrl?: string }): core.Media => ({
	url: file.url,
	...(file.thumbnailUrl !== undefined && { thumbnailUrl: file.thumbnailUrl }),
});

function cardOf({ title, description, media }: Card, suggestions: core.Suggestion[]): core.Card {
	return {
		...(title !== undefined && { title }),
		...(description !== undefined && { description }),
		...(media && { media: { ...fileOf(media), height: media.height } }),
		suggestions,
	};
}

function fieldOf({ type, name, label, required, choices }: FormField): core.FormField {
	return type === 'choice'
		? { type, name, label, required, choices }
		: { type, name, label, required };
}

/** The network knows actions that say no more than their name: they look like a reply. */
function suggestionOf(suggestion: Suggestion): core.Suggestion {
	const { text, postbackData } = suggestion;
	switch (suggestion.kind) {
		case 'action':
		case 'reply':
			return { type: 'reply', text, postbackData };
		case 'shareLocation':
			return { type: 'shareLocation', text, postbackData };
		case 'dial':
			return { type: 'dial', text, postbackData, phoneNumber: suggestion.phoneNumber };
		case 'openUrl': {
			const webview = webviews.find((size) => size === suggestion.webview?.toLowerCase());
			return {
				...{ type: 'openUrl', text, postbackData, url: suggestion.url },
				...(webview && { webview }),
			};
		}
		case 'viewLocation': {
			const { query, latitude = 0, longitude = 0, label } = suggestion;
			if (query !== undefined) return { type: 'viewLocationQuery', text, postbackData, query };
			return {
				...{ type: 'viewLocation', text, postbackData, latitude, longitude },
				...(label !== undefined && { label }),
			};
		}
		case 'calendar': {
			const { title, description, startTime, endTime } = suggestion;
			return {
				...{ type: 'calendar', text, postbackData, title, startTime, endTime },
				...(description !== undefined && { description }),
			};
		}
	}
}

const webviews: readonly core.WebviewSize[] = ['full', 'half', 'tall'];
