import { box, type Element } from './element';
import { placeNotes, type Marks, type NotesAt } from './marks';
import { cardElement, carouselElement } from './parts/card';
import { fileElement } from './parts/file';
import { formElement } from './parts/form';
import { marked } from './parts/marked';
import { textBlock } from './parts/text';
import { drawnPaths } from './paths';
import type { HandsetContent, Look } from './types';

export { chipElements } from './parts/suggestions';

export interface MessageOptions {
	look: Look;
	/** On the side of the agent, or on that of the person who holds the phone. */
	placedAs: 'incoming' | 'outgoing';
	/** What to point out, see `placeNotes`. */
	marks?: Marks;
}

/**
 * A message as a phone shows it: its bubble, card, cards or form. The chips under it are no part of it, because
 * a phone shows them under the last message only: see `chipElements`.
 */
export function messageElements(content: HandsetContent, options: MessageOptions): Element {
	const notesAt = placeNotes(options.marks ?? [], drawnPaths(content));
	const body = marked(bodyOf(content, notesAt), 'content', notesAt);
	return box(`rcs-message rcs-${options.placedAs}`, body);
}

function bodyOf(content: HandsetContent, notesAt: NotesAt): Element {
	switch (content.kind) {
		case 'text':
			return marked(textBlock('rcs-bubble', content.text), 'content.text', notesAt);
		case 'file':
			return marked(fileElement(content.file), 'content.file', notesAt);
		case 'card':
			return cardElement(content, notesAt);
		case 'carousel':
			return carouselElement(content, notesAt);
		case 'form':
			return formElement(content, notesAt);
	}
}
