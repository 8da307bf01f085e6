import type { Card, Media, Suggestion } from '../core/message/types';
import { fallbackText } from './fallback';
import { noteText } from './parts/notes';
import { mediaKind, mediaName, mediaSigns } from './media';
import type { Preview } from './preview';
import type { HandsetContent } from './types';

/** What a preview shows, in words, for people who do not see it. */
export function describe({ content, fallback = [], chips = true, marks = [] }: Preview): string {
	const suggestions = chips ? (content?.suggestions ?? []) : [];
	return [
		...(content ? describeContent(content) : []),
		...describeSuggestions('Chips', suggestions),
		...fallback.map(({ step }) => `${step.channel}: ${fallbackText(step)}`),
		...marks.map((mark, i) => `Note ${i + 1}: ${noteText(mark)}`),
	].join('\n');
}

function describeContent(content: HandsetContent): string[] {
	switch (content.kind) {
		case 'text':
			return [content.text];
		case 'file':
			return [describeMedia(content.file)];
		case 'card':
			return describeCard(content.card);
		case 'carousel':
			return content.cards.flatMap((card, i) => [
				`Card ${i + 1} of ${content.cards.length}`,
				...describeCard(card),
			]);
		case 'form':
			return [
				content.title,
				content.description ?? '',
				...content.fields.map(({ label }) => label),
			];
	}
}

function describeCard({ title, description, media, suggestions = [] }: Card): string[] {
	return [
		media ? describeMedia(media) : '',
		title ?? '',
		description ?? '',
		...describeSuggestions('Buttons', suggestions),
	].filter((line) => line !== '');
}

function describeMedia(media: Media): string {
	return media.altText ?? `${mediaSigns[mediaKind(media)].words}: ${mediaName(media)}`;
}

function describeSuggestions(name: string, suggestions: readonly Suggestion[]): string[] {
	return suggestions.length > 0
		? [`${name}: ${suggestions.map(({ text }) => text).join(', ')}`]
		: [];
}
