import type { Card, Content, FormField } from './types';

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
		case 'form':
			return [content.title, content.description, ...content.fields.map(question)]
				.filter(Boolean)
				.join('\n');
		case 'template':
		case 'raw':
			return '';
	}
}

/** A field of a form as a question that can be answered in the chat. */
function question(field: FormField): string {
	return field.type === 'choice'
		? `${field.label}: ${field.choices.join(', ')}?`
		: `${field.label}?`;
}

function cardText(card: Card): string {
	const links = (card.suggestions ?? []).flatMap((suggestion) =>
		suggestion.type === 'openUrl' ? `${suggestion.text}: ${suggestion.url}` : [],
	);
	return [card.title, card.description, card.media?.url, ...links].filter(Boolean).join('\n');
}
