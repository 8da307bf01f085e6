import { drawing } from './dom.js';

const shapes = {
	openUrl: ['M14 4h6v6', 'M20 4l-9 9', 'M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5'],
	dial: [
		'M6 3h4l1.5 5-2.5 1.7a12 12 0 0 0 5.3 5.3L16 12.5l5 1.5v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
	],
	viewLocation: [
		'M12 21c4-5 7-8 7-11.5a7 7 0 0 0-14 0C5 13 8 16 12 21z',
		'M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
	],
	shareLocation: ['M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z', 'M12 2v4M12 18v4M2 12h4M18 12h4'],
	calendar: ['M4 6h16v14H4z', 'M4 10h16M8 3v4M16 3v4'],
	picture: ['M4 5h16v14H4z', 'M4 16l5-5 4 4 3-3 4 4', 'M15 9.5h.01'],
	document: ['M6 3h8l4 4v14H6z', 'M14 3v4h4', 'M9 12h6M9 16h6'],
	chat: ['M4 5h16v11H9l-5 4z', 'M8 9h8M8 12h5'],
	phone: ['M7 2h10v20H7z', 'M11 19h2'],
};

/** The sign on a suggestion that does something; a reply has none. */
export const glyph = (name) => (shapes[name] ? drawing('glyph', ...shapes[name]) : undefined);

/** The sign of a verified sender. */
export function verified() {
	const shield = drawing(
		'verified',
		'M12 1l9 4v6c0 6-4 10-9 12-5-2-9-6-9-12V5z',
		'M7.5 12l3 3 6-6.5',
	);
	shield.setAttribute('aria-hidden', 'false');
	shield.setAttribute('role', 'img');
	shield.setAttribute('aria-label', 'Verified sender');
	return shield;
}

/** One tick for sent, two for delivered and read. */
export const ticks = (state) =>
	state === 'sent'
		? drawing('ticks', 'M4 13l5 5L20 7')
		: drawing('ticks', 'M1 13l5 5L16 7', 'M11 17l1 1L23 7');
