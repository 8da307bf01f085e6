import { bubble, el, textWithLinks } from './dom.js';
import { drawForm } from './form.js';
import { drawLegs } from './legs.js';
import { cardMedia, file } from './media.js';
import { cardButtons } from './suggestions.js';

function card(message, content, index, classes = '') {
	const media = cardMedia(content);
	return el(
		'div',
		{
			class: `card ${classes} ${media ? 'pictured' : ''}`,
			role: 'group',
			'aria-label': content.title ?? 'Card',
		},
		media,
		el(
			'div',
			{ class: 'words' },
			content.title && el('div', { class: 'title' }, content.title),
			content.description &&
				el('div', { class: 'description' }, ...textWithLinks(content.description)),
		),
		cardButtons(message, content, index),
	);
}

/** What the handset shows of a message. */
function body(message, submitted) {
	const { content } = message;
	switch (content.kind) {
		case 'text':
			return [bubble(content.text)];
		case 'file':
			return [file(content)];
		case 'card':
			return [
				content.text && bubble(content.text),
				card(message, content.card, 0, `${content.orientation} ${content.imageAlignment}`),
			];
		case 'form':
			return [drawForm(message, submitted)];
		case 'carousel':
			return [
				content.text && bubble(content.text),
				el(
					'div',
					{
						class: `carousel ${content.width}`,
						role: 'group',
						'aria-label': 'Cards',
						tabindex: '0',
					},
					...content.cards.map((each, index) => card(message, each, index)),
				),
			];
	}
}

/** A message of the business: what the handset shows, and below it how far we know it got. */
export const drawMessage = (message, submitted) =>
	el('div', { class: 'entry' }, ...drawLegs(message, () => body(message, submitted)));
