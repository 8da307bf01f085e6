import { el, emptyPlace } from './dom.js';
import { fieldList } from './crmFields.js';

const nothing = { id: '', value: '' };

/**
 * What was chosen and is not saved yet. Choosing alone changes nothing: at the keyboard a choice passes others
 * on its way, and the page is drawn anew whenever something happens.
 */
let chosen = nothing;

/** The consent of a contact, which can be changed as somebody who works in the CRM; `edit` stores it. */
export function consentParts(contact, fields, edit) {
	const { consentField } = contact;
	if (!consentField) return [emptyPlace(...NOT_SET_UP)];
	const { [consentField.label]: _status, ...rest } = fields;
	return [
		form(contact, edit),
		el('p', { class: 'soft', id: 'consent-note', role: 'status' }),
		el('p', { class: 'soft' }, 'Field ', el('code', {}, consentField.name)),
		Object.keys(rest).length > 0 && fieldList(rest),
	];
}

const NOT_SET_UP = [
	'The RCS fields are not there yet.',
	'Run the node RCS CRM Sync with the operation Set Up Fields; then consent can be changed here.',
];

function form(contact, edit) {
	const { label, value: stored, options } = contact.consentField;
	if (chosen.id !== contact.id) chosen = nothing;
	const current = chosen.id === contact.id ? chosen.value : stored;
	const choose = ({ target }) => (chosen = { id: contact.id, value: target.value });
	const submit = (event) => {
		event.preventDefault();
		void save(contact, event.target.elements.consent.value, edit);
	};
	return el(
		'form',
		{ class: 'consent-form', onsubmit: submit },
		el('label', { class: 'soft', for: 'consent' }, label),
		el(
			'select',
			{ id: 'consent', onchange: choose },
			...[{ value: '', label: 'Not set' }, ...options].map((option) =>
				el('option', { value: option.value, selected: option.value === current }, option.label),
			),
		),
		el('button', { type: 'submit', class: 'button', id: 'save-consent' }, 'Save'),
	);
}

async function save(contact, value, edit) {
	const say = (words) => (document.getElementById('consent-note').textContent = words);
	try {
		chosen = nothing;
		await edit(contact, value);
		say('Saved');
	} catch (error) {
		chosen = { id: contact.id, value };
		say(`Not saved: ${error.message}`);
	}
}
