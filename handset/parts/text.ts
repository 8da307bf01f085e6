import { element, tappable, type Element, type Piece } from '../element';
import { linkify } from '../linkify';

/** Text as it was written: every character is text, and web addresses can be tapped. */
export function textPieces(text: string): Piece[] {
	return linkify(text).map((span) =>
		span.url === undefined
			? span.text
			: tappable({ kind: 'link', url: span.url }, { class: 'rcs-link' }, span.text),
	);
}

/** A block of text whose direction its own letters decide. */
export function textBlock(className: string, text: string): Element {
	return element('div', { class: className, dir: 'auto' }, ...textPieces(text));
}
