import type { Card, Content, Suggestion } from './types';

/** Changes every suggestion of a content, under it and on its cards. */
export function mapSuggestions(
	content: Content,
	change: (suggestion: Suggestion) => Suggestion,
): Content {
	const all = <T extends { suggestions?: Suggestion[] }>(part: T): T =>
		part.suggestions ? { ...part, suggestions: part.suggestions.map(change) } : part;
	switch (content.kind) {
		case 'card':
			return all({ ...content, card: all(content.card) });
		case 'carousel':
			return all({ ...content, cards: content.cards.map((card) => all(card)) });
		case 'text':
		case 'file':
		case 'form':
			return all(content);
		case 'template':
		case 'raw':
			return content;
	}
}

/** Whether any suggestion of a content is as asked. */
export function usesSuggestion(content: Content, is: (suggestion: Suggestion) => boolean): boolean {
	const under = 'suggestions' in content ? (content.suggestions ?? []) : [];
	return [...under, ...cardsOf(content).flatMap(({ suggestions = [] }) => suggestions)].some(is);
}

/** The cards of a content, where it has any. */
export function cardsOf(content: Content): readonly Card[] {
	if (content.kind === 'card') return [content.card];
	return content.kind === 'carousel' ? content.cards : [];
}
