import { el } from './dom.js';

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The groups of synced fields, by the words their labels begin or end with. The first that fits has the field. */
const groups = [
	['Consent', /^RCS consent /],
	['Reach', /^RCS (phone|reachable)/],
	['Latest', /^RCS last /],
	['Counts', /^RCS .* count$/],
	['Other fields', /./],
];

/** The fields by group, in the groups' order: `{ Consent: { label: value } }`. Groups without fields are left out. */
export function grouped(fields) {
	const found = {};
	for (const [title] of groups) {
		const own = Object.entries(fields).filter(([label]) => groupOf(label) === title);
		if (own.length > 0) found[title] = Object.fromEntries(own);
	}
	return found;
}

const groupOf = (label) => groups.find(([, fits]) => fits.test(label))[0];

/** A value for people: times in their own time zone. */
export const shown = (value) => (TIME.test(value) ? moment(value) : value);

/** A time that people can read, and others, too. */
export function moment(at) {
	const words = new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium' });
	return el('time', { datetime: at }, words);
}

/** Labels and values below each other. */
export const fieldList = (fields) =>
	el(
		'dl',
		{ class: 'facts' },
		...Object.entries(fields).flatMap(([label, value]) => [
			el('dt', {}, label),
			el('dd', {}, shown(value)),
		]),
	);
