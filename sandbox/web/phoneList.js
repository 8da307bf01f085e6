import { arrange, el } from './dom.js';
import { glyph } from './icons.js';
import { state, unread } from './state.js';

const list = document.getElementById('phone-list');
const rows = new Map();

/** Draws the list of phones; `open` is called with the number of the one that is chosen. */
export function drawPhones(open) {
	const items = state.phones.map((phone) => {
		const row = rows.get(phone.number) ?? newRow(phone, open);
		rows.set(phone.number, row);
		update(row, phone);
		return row;
	});
	arrange(list, items);
}

function newRow({ number }, open) {
	const button = el(
		'button',
		{ type: 'button', class: 'phone', onclick: () => open(number) },
		glyph('phone'),
		el('span', { class: 'name' }),
		el('span', { class: 'about' }),
	);
	return el('li', {}, button);
}

function update(row, phone) {
	const button = row.firstChild;
	const count = unread(phone);
	button.setAttribute('aria-current', String(phone.number === state.selected));
	button.querySelector('.name').textContent = phone.name;
	button.querySelector('.about').textContent = `${phone.number} · ${describe(phone)}`;
	button.querySelector('.count')?.remove();
	if (count > 0) {
		const label = `${count} unread ${count === 1 ? 'message' : 'messages'}`;
		button.append(el('span', { class: 'count', role: 'img', 'aria-label': label }, String(count)));
	}
}

function describe({ rcs, online, blocked }) {
	if (!rcs) return 'SMS';
	if (blocked) return 'blocks us';
	return online ? 'RCS' : 'offline';
}
