import { box, element, type Element } from '../element';
import { icon } from '../icons';
import type { Look } from '../types';

/** What stands in an empty field of a chat over RCS, and of one over another channel. */
const hints: Readonly<Record<Look, { rcs: string; other: string }>> = {
	android: { rcs: 'RCS message', other: 'Text message' },
	ios: { rcs: 'Text Message • RCS', other: 'Text Message • SMS' },
};

export function composerHint(look: Look, isRcs: boolean): string {
	return hints[look][isRcs ? 'rcs' : 'other'];
}

/** Where the person writes, as a picture: nothing can be typed into it. */
export function composerElement(look: Look, isRcs: boolean): Element {
	const hint = element('span', { class: 'rcs-hint' }, composerHint(look, isRcs));
	const field = box('rcs-field', hint, icon('emoji'));
	return element('div', { class: 'rcs-composer', 'aria-hidden': 'true' }, icon('add'), field);
}
