import type { Card, Content, Suggestion } from './types';

/** Where on a message a suggestion is: on a card, or among the chips below it. */
export interface Place {
	cardIndex?: number | undefined;
	suggestionIndex: number;
}

const cardsOf = (content: Content): Card[] => {
	if (content.kind === 'card') return [content.card];
	return content.kind === 'carousel' ? content.cards : [];
};

/** The suggestion at a place; without a card index the chips below the message are meant. */
export function suggestionAt(content: Content, place: Place): Suggestion | undefined {
	const { cardIndex, suggestionIndex } = place;
	const list =
		cardIndex === undefined ? content.suggestions : cardsOf(content)[cardIndex]?.suggestions;
	return list?.[suggestionIndex];
}

/** The first suggestion of the message with this postback data. */
export function suggestionWith(content: Content, postbackData: string): Suggestion | undefined {
	return [content.suggestions, ...cardsOf(content).map(({ suggestions }) => suggestions)]
		.flat()
		.find((suggestion) => suggestion.postbackData === postbackData);
}
