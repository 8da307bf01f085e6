import type { Card, Content } from './types';

/** The words and links of a content, for channels without pictures. */
export function plainText(content: Content): string {
	switch (content.kind) {
		case 'text':
			return content.text;
		case 'file':
			return content.file.url;
		case 'card':
			return cardText(content.card);
		case 'carousel':
			return content.cards.map(cardText).join('\n\n');
		case 'template':
		case 'raw':
			return '';
	}
}

function cardText(card: Card): string {
	const links = (card.suggestions ?? []).flatMap((suggestion) =>
		suggestion.type === 'openUrl' ? `${suggestion.text}: ${suggestion.url}` : [],
	);
	return [card.title, card.description, card.media?.url, ...links].filter(Boolean).join('\n');
}
