import type { Card, Suggestion } from '../core/message/types';
import type { HandsetContent } from './types';

/** The parts of a content that are drawn and can be marked, by their paths in the message. */
export function drawnPaths(content: HandsetContent): string[] {
	return ['content', ...ownPaths(content), ...chipPaths(content.suggestions)];
}

/** The bubbles on other channels, and their row. */
export function fallbackPaths(fallback: readonly unknown[]): string[] {
	return listPaths('fallback', fallback);
}

/** The chips under a message, and their row. */
export function chipPaths(suggestions: readonly Suggestion[] | undefined): string[] {
	return listPaths('content.suggestions', suggestions);
}

function ownPaths(content: HandsetContent): string[] {
	switch (content.kind) {
		case 'text':
			return ['content.text'];
		case 'file':
			return ['content.file'];
		case 'card':
			return cardPaths('content.card', content.card);
		case 'carousel':
			return content.cards.flatMap((card, i) => cardPaths(`content.cards.${i}`, card));
		case 'form':
			return [
				'content.title',
				...(content.description ? ['content.description'] : []),
				'content.submitText',
				...content.fields.map((_, i) => `content.fields.${i}`),
			];
	}
}

function cardPaths(path: string, card: Card): string[] {
	return [
		path,
		...(card.title ? [`${path}.title`] : []),
		...(card.description ? [`${path}.description`] : []),
		...(card.media ? [`${path}.media`] : []),
		...listPaths(`${path}.suggestions`, card.suggestions),
	];
}

/** The entries of a list and their row; a list without entries has no row. */
function listPaths(path: string, list: readonly unknown[] = []): string[] {
	return list.length > 0 ? [path, ...list.map((_, i) => `${path}.${i}`)] : [];
}
