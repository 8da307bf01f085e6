import { box, element, type Element } from '../element';
import { icon } from '../icons';
import type { Look } from '../types';

/** What stands in an empty field. */
export const composerHints: Readonly<Record<Look, string>> = {
	android: 'RCS message',
	ios: 'Text Message • RCS',
};

/** Where the person writes, as a picture: nothing can be typed into it. */
export function composerElement(look: Look): Element {
	const hint = element('span', { class: 'rcs-hint' }, composerHints[look]);
	const field = box('rcs-field', hint, icon('emoji'));
	return element('div', { class: 'rcs-composer', 'aria-hidden': 'true' }, icon('add'), field);
}
