import type { SuggestionType } from '../core/message/types';
import type { Element } from './element';

/** Outlines on a field of 24 by 24, drawn with a stroke of the text's colour. */
export const iconShapes = {
	openUrl: ['M14 4h6v6', 'M20 4l-9 9', 'M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5'],
	dial: [
		'M6 3h4l1.5 5-2.5 1.7a12 12 0 0 0 5.3 5.3L16 12.5l5 1.5v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
	],
	place: [
		'M12 21c4-5 7-8 7-11.5a7 7 0 0 0-14 0C5 13 8 16 12 21z',
		'M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
	],
	sharePlace: ['M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z', 'M12 2v3M12 19v3M2 12h3M19 12h3'],
	calendar: ['M4 6h16v14H4z', 'M4 10h16M8 3v4M16 3v4'],
	picture: ['M4 5h16v14H4z', 'M4 16l5-5 4 4 3-3 4 4', 'M15 9.5h.01'],
	video: ['M4 6h11v12H4z', 'M15 11l5-3v8l-5-3z'],
	audio: [
		'M9 18V6l10-2v12',
		'M6.5 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
		'M16.5 13.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
	],
	document: ['M6 3h8l4 4v14H6z', 'M14 3v4h4', 'M9 12h6M9 16h6'],
	contact: ['M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M4 21c1-5 4-6 8-6s7 1 8 6'],
	play: ['M8 5l11 7-11 7z'],
	back: ['M20 12H5', 'M11 6l-6 6 6 6'],
	chevronBack: ['M15 4l-8 8 8 8'],
	down: ['M6 9l6 6 6-6'],
	add: ['M12 5v14M5 12h14'],
	emoji: [
		'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
		'M8.5 14.5c2 2.5 5 2.5 7 0',
		'M9 9.5h.01M15 9.5h.01',
	],
	shield: ['M12 2l8 3v6c0 5.5-3.5 9-8 11-4.5-2-8-5.5-8-11V5z', 'M8 12l3 3 5.5-6'],
	tick: ['M5 13l5 5L20 7'],
	ticks: ['M1 13l5 5L16 7', 'M11 17l1 1L23 7'],
} as const;
export type IconName = keyof typeof iconShapes;

/** The sign on a suggestion that does something; a reply has none. */
export const suggestionIcons: Readonly<Record<SuggestionType, IconName | undefined>> = {
	reply: undefined,
	openUrl: 'openUrl',
	dial: 'dial',
	viewLocation: 'place',
	viewLocationQuery: 'place',
	shareLocation: 'sharePlace',
	calendar: 'calendar',
};

/** A sign as an address, for style sheets: what is drawn is all that counts, not its colour. */
export function iconAddress(name: IconName): string {
	const paths = iconShapes[name].map((d) => `<path d='${d}'/>`).join('');
	const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='2'>${paths}</svg>`;
	return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** A sign; one with a `label` says something that no text beside it says. */
export function icon(name: IconName, label?: string): Element {
	const spoken =
		label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label };
	return {
		tag: 'svg',
		attributes: { class: `rcs-icon rcs-icon-${name}`, viewBox: '0 0 24 24', ...spoken },
		children: iconShapes[name].map((d) => ({ tag: 'path', attributes: { d } })),
	};
}
