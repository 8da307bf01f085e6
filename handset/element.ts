import type { Suggestion } from '../core/message/types';

/**
 * A piece of what a phone shows, as data: HTML pages draw it with handlers, pictures write it down. No element
 * has a style of its own: what it looks like is said by its class, in one style sheet.
 */
export interface Element {
	tag: string;
	/** Attributes as HTML names them. `true` writes the name alone; absent and `false` write nothing. */
	attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
	children?: readonly Piece[];
	/** What a tap on it does, where a phone can be tapped. */
	tap?: Tap;
}

/** An element, or text; `undefined` draws nothing. */
export type Piece = Element | string | undefined;

export type Tap =
	| { kind: 'suggestion'; suggestion: Suggestion }
	| { kind: 'link'; url: string }
	| { kind: 'media'; url: string }
	| { kind: 'submit' };
