import type { Suggestion } from '../core/message/types';

/**
 * A piece of what a phone shows, as data: HTML pages draw it with handlers, pictures write it down. No element
 * has a style of its own: what it looks like is said by its class, in one style sheet.
 */
export interface Element {
	tag: string;
	/** Attributes as HTML names them. `true` writes the name alone; absent and `false` write nothing. */
	attributes?: Attributes;
	children?: readonly Piece[];
	/** What a tap on it does, where a phone can be tapped. */
	tap?: Tap;
}

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element, or text; `undefined` draws nothing. */
export type Piece = Element | string | undefined;

export type Tap =
	| { kind: 'suggestion'; suggestion: Suggestion }
	| { kind: 'link'; url: string }
	| { kind: 'media'; url: string }
	| { kind: 'submit' };

/** An element in the fewest words. */
export function element(tag: string, attributes: Attributes, ...children: Piece[]): Element {
	return { tag, attributes, children };
}

/** An element of a class. */
export function box(className: string, ...children: Piece[]): Element {
	return element('div', { class: className }, ...children);
}

/** An element that a tap does something to: a button everywhere, and a link where the tap opens one. */
export function tappable(tap: Tap, attributes: Attributes, ...children: Piece[]): Element {
	return tap.kind === 'link'
		? { tag: 'a', attributes: { ...attributes, href: tap.url, rel: 'noreferrer' }, children, tap }
		: { tag: 'button', attributes: { type: 'button', ...attributes }, children, tap };
}
