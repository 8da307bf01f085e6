import { box, element, type Element } from '../element';
import { icon } from '../icons';
import type { HandsetAgent, Look } from '../types';

/** The top of a chat: the way back, and who writes. */
export function headerElement(agent: HandsetAgent, look: Look): Element {
	const back = icon(look === 'ios' ? 'chevronBack' : 'back');
	const name = box(
		'rcs-name',
		element('span', { class: 'rcs-label', dir: 'auto' }, agent.name),
		agent.verified ? icon('shield', 'Verified business') : undefined,
	);
	return element('header', { class: 'rcs-header' }, back, avatarElement(agent), name);
}

/** The logo, or the first letter of the name on the agent's colour. */
export function avatarElement({ name, logoUrl }: HandsetAgent): Element {
	const picture =
		logoUrl === undefined
			? initialOf(name)
			: element('img', { class: 'rcs-logo', src: logoUrl, alt: '' });
	return element('span', { class: 'rcs-avatar', 'aria-hidden': 'true' }, picture);
}

/** The first character a person sees, which may be several code points. */
export function initialOf(name: string): string {
	const [first] = new Intl.Segmenter().segment(name.trim());
	return (first?.segment ?? '?').toLocaleUpperCase('en');
}
