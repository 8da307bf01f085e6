import { accentOf } from '../accent';
import { element, type Element, type Piece } from '../element';
import type { HandsetAgent, Look, Theme } from '../types';

export interface FrameOptions {
	agent: HandsetAgent;
	look: Look;
	theme: Theme;
}

/** What everything of a phone stands in: the style sheet knows look, theme and agent's colour from here. */
export function frame(options: FrameOptions, ...children: Piece[]): Element {
	return element('div', frameAttributes(options), ...children);
}

/** The attributes of a frame, for a page that builds the element itself. */
export function frameAttributes({ agent, look, theme }: FrameOptions) {
	const { brand, onBrand, accent, onAccent } = accentOf(agent.color, look, theme);
	return {
		class: 'rcs-handset',
		'data-look': look,
		'data-theme': theme,
		style: `--rcs-brand:${brand};--rcs-on-brand:${onBrand};--rcs-accent:${accent};--rcs-on-accent:${onAccent}`,
	};
}
