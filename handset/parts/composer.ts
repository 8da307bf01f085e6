import { box, element, type Element } from '../element';
import { icon } from '../icons';
import type { Look } from '../types';

const hints: Record<Look, string> = { android: 'RCS message', ios: 'Text Message • RCS' };

/** Where the person writes, as a picture: nothing can be typed into it. */
export function composerElement(look: Look): Element {
	const hint = box('rcs-field', element('span', { class: 'rcs-hint' }, hints[look]), icon('emoji'));
	return element('div', { class: 'rcs-composer', 'aria-hidden': 'true' }, icon('add'), hint);
}
