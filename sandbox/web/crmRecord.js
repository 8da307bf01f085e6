import { consentParts } from './crmConsent.js';
import { fieldList, grouped, moment, shown } from './crmFields.js';
import { el, emptyPlace } from './dom.js';

const record = document.getElementById('record');

/**
 * Draws a contact: who it is, its consent, its synced fields, what happened. Without one it says what to do.
 * `edit` is called with a new consent, `back` to leave the contact.
 */
export function drawRecord({ contact, crm, contacts }, { edit, back }) {
	const inUse = document.activeElement?.id;
	if (contact) record.replaceChildren(...partsOf(contact, edit, back));
	else record.replaceChildren(emptyPlace(...hint(crm, contacts)));
	if (inUse && record.querySelector(`#${CSS.escape(inUse)}`))
		document.getElementById(inUse).focus();
}

function hint(crm, contacts) {
	if (!crm) return ['The sandbox has no CRM.'];
	return contacts.length > 0
		? ['No contact is chosen.', 'Choose one to see its RCS fields and its timeline.']
		: [
				'There are no contacts yet.',
				"Open Add contacts and enter one, or add the sandbox's phones.",
			];
}

function partsOf(contact, edit, back) {
	const { Consent: consent = {}, ...groups } = grouped(contact.fields);
	return [
		el(
			'header',
			{},
			el('button', { type: 'button', id: 'back', onclick: back }, '‹ All contacts'),
			el('h2', {}, contact.name),
			el('p', { class: 'soft' }, `${contact.object} ${contact.id}`),
			contact.phone && el('p', { class: 'soft' }, phoneLink(contact.phone)),
		),
		el(
			'div',
			{ class: 'fields' },
			section('RCS consent', ...consentParts(contact, consent, edit)),
			...Object.entries(groups).map(([title, fields]) => section(title, fieldList(fields))),
			contact.consentField &&
				Object.keys(contact.fields).length === 0 &&
				section('RCS fields', emptyPlace(...NONE_FILLED)),
		),
		section('Timeline', timeline(contact.timeline)),
	];
}

const NONE_FILLED = ['None is filled.', 'Nothing was written to this contact yet.'];

function section(title, ...parts) {
	const id = `${title.toLowerCase().replaceAll(' ', '-')}-title`;
	return el('section', { class: 'card', 'aria-labelledby': id }, el('h3', { id }, title), ...parts);
}

const phoneLink = (phone) => el('a', { href: `/?phone=${encodeURIComponent(phone)}` }, phone);

function timeline(entries) {
	if (entries.length === 0) return emptyPlace('Nothing happened yet.');
	return el('ol', {}, ...entries.map(entry));
}

function entry({ at, title, text, facts = {} }) {
	return el(
		'li',
		{},
		at && moment(at),
		el('strong', {}, title),
		text && el('p', {}, text),
		Object.keys(facts).length > 0 && factList(facts),
	);
}

/** Beside each other, because there are many of them. */
const factList = (facts) =>
	el(
		'dl',
		{ class: 'inline-facts' },
		...Object.entries(facts).map(([label, value]) =>
			el('div', {}, el('dt', {}, label), el('dd', {}, shown(value))),
		),
	);
