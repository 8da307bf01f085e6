import { element, type Element } from '../element';
import type { Mark, NotesAt } from '../marks';

/** How bad an action is: what arrives otherwise than written, or not at all. */
export const severity = (action: Mark['action']): 'warn' | 'bad' =>
	action === 'cut' || action === 'changed' ? 'warn' : 'bad';

/** A part of the message at its path: outlined and numbered where notes stand at it. */
export function marked(part: Element, path: string, notesAt: NotesAt): Element {
	const notes = notesAt(path);
	if (notes.length === 0) return part;
	const worst = notes.some(({ action }) => severity(action) === 'bad') ? 'bad' : 'warn';
	const numbers = notes.map(({ number }) => number).join(', ');
	return {
		...part,
		attributes: {
			...part.attributes,
			class: `${String(part.attributes?.['class'] ?? '')} rcs-marked rcs-marked-${worst}`.trim(),
			'data-path': path,
		},
		children: [
			...(part.children ?? []),
			element(
				'span',
				{ class: 'rcs-mark', role: 'note', 'aria-label': `Note ${numbers}` },
				numbers,
			),
		],
	};
}
