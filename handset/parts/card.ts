import type { Card, CardContent, CarouselContent } from '../../core/message/types';
import { box, element, type Element } from '../element';
import type { NotesAt } from '../marks';
import { marked } from './marked';
import { pictureElement } from './picture';
import { buttonElements } from './suggestions';
import { textBlock } from './text';

/** A card by itself: its picture above the text, or at a side of it. */
export function cardElement(content: CardContent, notesAt: NotesAt): Element {
	const orientation = content.orientation ?? 'vertical';
	const side = orientation === 'horizontal' ? (content.imageAlignment ?? 'left') : undefined;
	return oneCard(content.card, 'content.card', notesAt, {
		'data-orientation': orientation,
		'data-side': side,
		role: 'group',
		'aria-label': content.card.title || 'Card',
	});
}

/** Cards side by side, as many as the message has; a phone shows one or two and is swiped. */
export function carouselElement(content: CarouselContent, notesAt: NotesAt): Element {
	const cards = content.cards.map((card, i) =>
		element(
			'li',
			{ class: 'rcs-slide' },
			oneCard(card, `content.cards.${i}`, notesAt, {
				role: 'group',
				'aria-label': [card.title, `card ${i + 1} of ${content.cards.length}`]
					.filter(Boolean)
					.join(', '),
			}),
		),
	);
	return element(
		'ul',
		{ class: 'rcs-carousel', 'data-width': content.width ?? 'medium', tabindex: 0 },
		...cards,
	);
}

function oneCard(
	card: Card,
	path: string,
	notesAt: NotesAt,
	attributes: Record<string, string | undefined>,
): Element {
	const { media } = card;
	const inner = element(
		'div',
		{ class: 'rcs-card', ...attributes },
		media && marked(mediaElement(media), `${path}.media`, notesAt),
		wordsElement(card, path, notesAt),
	);
	return marked(inner, path, notesAt);
}

function mediaElement(media: NonNullable<Card['media']>): Element {
	return element(
		'div',
		{ class: 'rcs-card-media', 'data-height': media.height ?? 'medium' },
		pictureElement('rcs-card-picture', media),
	);
}

function wordsElement(card: Card, path: string, notesAt: NotesAt): Element | undefined {
	const { title, description, suggestions = [] } = card;
	if (!title && !description && suggestions.length === 0) return undefined;
	return box(
		'rcs-card-words',
		title ? partElement('rcs-title', title, `${path}.title`, notesAt) : undefined,
		description
			? partElement('rcs-description', description, `${path}.description`, notesAt)
			: undefined,
		suggestions.length > 0
			? buttonElements(suggestions, `${path}.suggestions`, notesAt)
			: undefined,
	);
}

/** Text that ends after some lines: what marks it stands around it, where it is not cut off. */
function partElement(className: string, text: string, path: string, notesAt: NotesAt): Element {
	return marked(box('rcs-part', textBlock(className, text)), path, notesAt);
}
