import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import type { Attributes, Element, Piece, Tap } from '../../../../handset/element';
import { icon } from '../../../../handset/icons';

export type OnTap = (tap: Tap) => void;

/** What the handset draws as data, as elements of the page that can be tapped. */
export function draw(piece: Piece, onTap: OnTap): ComponentChild {
	if (piece === undefined || typeof piece === 'string') return piece;
	const { tag, attributes = {}, children = [] } = piece;
	if (tag === 'img') return <Picture attributes={attributes} />;
	return h(
		tag,
		{ ...attributes, ...handler(piece, onTap) },
		...children.map((child) => draw(child, onTap)),
	);
}

/** A form is sent by its own submit, so that the browser checks what is filled in. */
function handler({ tap }: Element, onTap: OnTap): { onClick?(event: Event): void } {
	if (tap === undefined || tap.kind === 'submit') return {};
	return {
		onClick(event) {
			event.preventDefault();
			onTap(tap);
		},
	};
}

/** A picture that becomes a neutral field when it cannot be had; its words stay. */
function Picture({ attributes }: { attributes: Attributes }) {
	const [broken, setBroken] = useState(false);
	if (!broken) return <img {...attributes} onError={() => setBroken(true)} />;
	const words = String(attributes['alt'] ?? '');
	return (
		<span
			class={`${String(attributes['class'] ?? '')} broken`}
			{...(words === '' ? { role: 'presentation' } : { role: 'img', 'aria-label': words })}
		>
			{draw(icon('picture'), () => undefined)}
		</span>
	);
}
