import { element, type Element } from '../element';
import type { Mark, Marks } from '../marks';
import { severity } from './marked';

/** How each action is called in the list of notes. */
const actionWords: Readonly<Record<Mark['action'], string>> = {
	cut: 'Cut',
	dropped: 'Left out',
	changed: 'Changed',
	invalid: 'Not valid',
};

/** What happens, in a word, and what the core says of it. */
export const noteText = ({ action, message }: Mark): string => `${actionWords[action]}: ${message}`;

/** The numbered notes beside the picture, which say what the numbers in it mean. */
export function notesElement(marks: Marks): Element {
	const notes = marks.map((mark, i) =>
		element(
			'li',
			{ class: `rcs-note rcs-note-${severity(mark.action)}` },
			element('span', { class: 'rcs-mark' }, String(i + 1)),
			element('span', { dir: 'auto' }, noteText(mark)),
		),
	);
	return element('ol', { class: 'rcs-notes', 'aria-label': 'Notes' }, ...notes);
}
