import { arrange, el } from './dom.js';
import { glyph } from './icons.js';

/** More than these would be slow to draw; finding one by name is faster anyway. */
const MOST_SHOWN = 200;

/** Draws the choice of CRM; `open` is called with the id of the one that is chosen. */
export function drawCrms({ crms, crm }, open) {
	const buttons = crms.map(({ id, name }) =>
		el(
			'button',
			{ type: 'button', 'aria-pressed': String(id === crm), onclick: () => open(id) },
			name,
		),
	);
	replace(document.getElementById('crms'), buttons);
}

/** Draws the contacts that match what is looked for; `open` is called with the id of a chosen one. */
export function drawContacts({ contacts, selected, filter }, open) {
	const matching = contacts.filter(
		({ name, phone }) => name.toLowerCase().includes(filter) || phone.includes(filter),
	);
	const rows = matching.slice(0, MOST_SHOWN).map((contact) => {
		const { id, name, phone } = contact;
		const current = String(id === selected);
		const button = el(
			'button',
			{
				type: 'button',
				class: 'listed',
				'data-id': id,
				'aria-current': current,
				onclick: () => open(id),
			},
			el('span', { class: 'sign' }, glyph('phone')),
			el('span', { class: 'name' }, name),
			el('span', { class: 'about' }, phone || 'no phone', consentMark(contact)),
		);
		return el('li', {}, button);
	});
	replace(document.getElementById('contact-list'), rows);
	document.getElementById('count').textContent = counted(matching.length, contacts.length);
}

/** Puts new children in place, and the focus where it was. */
function replace(parent, children) {
	const place = [...parent.querySelectorAll('button')].indexOf(document.activeElement);
	arrange(parent, children);
	if (place >= 0) parent.querySelectorAll('button')[place]?.focus();
}

const tones = { opted_in: 'good', opted_out: 'bad' };

/** Nothing, until the field was set up. */
function consentMark({ consentField }) {
	if (!consentField) return undefined;
	const { value, options } = consentField;
	const label = options.find((option) => option.value === value)?.label ?? 'Not set';
	return el('span', { class: `chip ${tones[value] ?? ''}` }, label);
}

function counted(matching, all) {
	if (all === 0) return 'No contacts yet';
	if (matching === 0) return 'No contact has this name or number';
	const contacts = all === 1 ? '1 contact' : `${all} contacts`;
	const rest = matching > MOST_SHOWN ? `, the first ${MOST_SHOWN} shown` : '';
	return matching === all ? `${contacts}${rest}` : `${matching} of ${contacts}${rest}`;
}
