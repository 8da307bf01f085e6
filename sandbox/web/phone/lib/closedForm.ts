import type { Element, Piece } from '../../../../handset/element';

const filledIn = new Set(['input', 'select', 'textarea']);

/** A form that was sent: nothing in it can be changed, and its button says so. */
export function closed(element: Element): Element {
	const { tag, attributes, children = [], tap } = element;
	if (tap?.kind === 'submit')
		return { ...element, attributes: { ...attributes, disabled: true }, children: ['Submitted'] };
	if (filledIn.has(tag)) return { ...element, attributes: { ...attributes, disabled: true } };
	return { ...element, children: children.map(closedPiece) };
}

const closedPiece = (piece: Piece): Piece =>
	piece === undefined || typeof piece === 'string' ? piece : closed(piece);
