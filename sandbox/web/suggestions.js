import * as api from './api.js';
import { el } from './dom.js';
import { glyph } from './icons.js';
import { openSheet } from './sheet.js';

/** A chip or a card button: tells the business, then does on the phone what it promises. */
export function suggestionButton(message, suggestion, place) {
	return el(
		'button',
		{
			type: 'button',
			onclick: async () => {
				await api.tap(message.to, { messageId: message.id, provider: message.provider, ...place });
				openSheet(suggestion);
			},
		},
		glyph(suggestion.kind),
		el('span', {}, suggestion.text),
	);
}

/** The buttons of a card. */
export const cardButtons = (message, card, cardIndex) =>
	card.suggestions.length > 0
		? el(
				'div',
				{ class: 'buttons' },
				...card.suggestions.map((suggestion, suggestionIndex) =>
					suggestionButton(message, suggestion, { cardIndex, suggestionIndex }),
				),
			)
		: undefined;

/** The chips below a message. */
export const chips = (message) =>
	el(
		'div',
		{ class: 'chips', role: 'group', 'aria-label': 'Suggestions' },
		...message.content.suggestions.map((suggestion, suggestionIndex) =>
			suggestionButton(message, suggestion, { suggestionIndex }),
		),
	);
