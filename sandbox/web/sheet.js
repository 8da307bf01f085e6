import { el } from './dom.js';

const sheet = document.getElementById('sheet');

const moment = (time) =>
	new Date(time).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });

/** What a handset would do for an action, told instead of done. */
const actions = {
	openUrl: ({ url }) => ({ title: 'Open this link?', fact: url, href: url, word: 'Open link' }),
	dial: ({ phoneNumber }) => ({
		title: 'Call this number?',
		fact: phoneNumber,
		href: `tel:${phoneNumber}`,
		word: 'Call',
	}),
	viewLocation: ({ label, latitude, longitude, query }) => {
		const place = query ?? `${latitude},${longitude}`;
		const fact = [label, place].filter(Boolean).join('\n');
		const href = `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;
		return { title: 'Show on the map?', fact, href, word: 'Open map' };
	},
	calendar: ({ title, description, startTime, endTime }) => ({
		title: 'Add to the calendar?',
		fact: [title, description, `${moment(startTime)} – ${moment(endTime)}`]
			.filter(Boolean)
			.join('\n'),
	}),
};

/** Slides up the sheet for an action; replies need none. */
export function openSheet(suggestion) {
	const about = actions[suggestion.kind]?.(suggestion);
	if (!about) return;
	const close = () => sheet.close();
	sheet.replaceChildren(
		el('h2', { id: 'sheet-title' }, about.title),
		el('p', {}, 'The business has been told about the tap.'),
		el('p', { class: 'fact' }, about.fact),
		el(
			'div',
			{ class: 'row' },
			el('button', { type: 'button', onclick: close }, 'Close'),
			about.href &&
				el(
					'a',
					{
						class: 'primary',
						href: about.href,
						target: '_blank',
						rel: 'noopener noreferrer',
						onclick: close,
					},
					about.word,
				),
		),
	);
	sheet.showModal();
}
