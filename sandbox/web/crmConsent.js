import { el } from './dom.js';
import { fieldList } from './crmFields.js';

/** The consent of a contact, which can be changed as somebody who works in the CRM; `edit` stores it. */
export function consentParts(contact, fields, edit) {
	const { consentField } = contact;
	if (!consentField) return [el('p', { class: 'empty' }, NOT_SET_UP)];
	const { [consentField.label]: _status, ...rest } = fields;
	return [
		el('label', { for: 'consent' }, consentField.label),
		choice(contact, edit),
		el('p', { class: 'note', id: 'consent-note', role: 'status' }),
		el('p', { class: 'note' }, 'Field ', el('code', {}, consentField.name)),
		Object.keys(rest).length > 0 && fieldList(rest),
	];
}

const NOT_SET_UP =
	'The RCS fields are not there yet. Run the node RCS CRM Sync with the operation Set Up Fields; then consent can be changed here.';

function choice(contact, edit) {
	const { value: current, options } = contact.consentField;
	const choices = [{ value: '', label: 'Not set' }, ...options];
	return el(
		'select',
		{ id: 'consent', onchange: ({ target }) => save(contact, target, edit) },
		...choices.map(({ value, label }) =>
			el('option', { value, selected: value === current }, label),
		),
	);
}

async function save(contact, select, edit) {
	const say = (words) => (document.getElementById('consent-note').textContent = words);
	try {
		await edit(contact, select.value);
		say('Saved');
	} catch (error) {
		select.value = contact.consentField.value;
		say(`Not saved: ${error.message}`);
	}
}
