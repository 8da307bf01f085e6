import { el } from './dom.js';

const record = document.getElementById('record');

/** Draws a contact: who it is, its consent, its synced fields, what happened. `edit` is called with a new consent. */
export function drawRecord(contact, crm, edit) {
	const inUse = document.activeElement?.id;
	if (contact) record.replaceChildren(...partsOf(contact, edit));
	else record.replaceChildren(el('p', { class: 'empty' }, hint(crm)));
	if (inUse && record.querySelector(`#${CSS.escape(inUse)}`))
		document.getElementById(inUse).focus();
}

const hint = (crm) =>
	crm ? 'Choose a contact to see its RCS fields and its timeline.' : 'The sandbox has no CRM.';

function partsOf(contact, edit) {
	return [
		el(
			'header',
			{},
			el('h2', {}, contact.name),
			el('p', {}, `${contact.object} ${contact.id}`),
			contact.phone && el('p', {}, phoneLink(contact.phone)),
		),
		el('section', { 'aria-labelledby': 'consent-title' }, ...consentParts(contact, edit)),
		el('section', { 'aria-labelledby': 'fields-title' }, ...fieldParts(contact.fields)),
		el('section', { 'aria-labelledby': 'timeline-title' }, ...timelineParts(contact.timeline)),
	];
}

const phoneLink = (phone) => el('a', { href: `/?phone=${encodeURIComponent(phone)}` }, phone);

function consentParts(contact, edit) {
	const { consentField } = contact;
	const title = el('h3', { id: 'consent-title' }, 'RCS consent');
	if (!consentField)
		return [
			title,
			el('p', { class: 'empty' }, 'Set up the RCS fields first, then it can be edited here.'),
		];
	const choices = [{ value: '', label: 'Not set' }, ...consentField.options];
	const problem = el('p', { role: 'status' });
	const select = el(
		'select',
		{
			id: 'consent',
			onchange: async ({ target }) => {
				try {
					await edit(contact, target.value);
				} catch (error) {
					problem.textContent = error.message;
				}
			},
		},
		...choices.map(({ value, label }) =>
			el('option', { value, selected: value === consentField.value }, label),
		),
	);
	return [title, el('label', { for: 'consent' }, consentField.name), select, problem];
}

function fieldParts(fields) {
	const rows = Object.entries(fields).flatMap(([label, value]) => [
		el('dt', {}, label),
		el('dd', {}, value),
	]);
	const title = el('h3', { id: 'fields-title' }, 'RCS fields');
	return [
		title,
		rows.length > 0 ? el('dl', {}, ...rows) : el('p', { class: 'empty' }, 'None is filled.'),
	];
}

function timelineParts(timeline) {
	const rows = timeline.map(({ at, title, text }) =>
		el(
			'li',
			{},
			el('time', { datetime: at }, at && new Date(at).toLocaleString()),
			el('strong', {}, title),
			el('p', {}, text),
		),
	);
	const title = el('h3', { id: 'timeline-title' }, 'Timeline');
	return [
		title,
		rows.length > 0 ? el('ol', {}, ...rows) : el('p', { class: 'empty' }, 'Nothing happened yet.'),
	];
}
