import { cutUnits } from '../core/message/text';
import { type ContactField, contactFieldNames, specOf } from './fields';

/** A value of a synced field. Times are ISO 8601 in UTC with milliseconds; an empty text clears the field. */
export type FieldValue = string | number | boolean;

export type ContactValues = Partial<Record<ContactField, FieldValue>>;

/**
 * One record of two that tell of the same contact. Order and repetition do not matter: what is in the
 * CRM and what is to be written become the same record, whichever came first.
 */
export function mergeValues(a: ContactValues, b: ContactValues): ContactValues {
	const merged: ContactValues = {};
	for (const field of contactFieldNames) {
		const { merge } = specOf(field);
		const value =
			typeof merge === 'object' ? following(field, merge.with, a, b) : greater(field, a, b);
		if (value !== undefined) merged[field] = value;
	}
	return merged;
}

/**
 * What `after` has and `before` has not. What goes with a time is written whenever that time is: otherwise
 * two writes at one moment could leave the status of one beside the time of the other.
 */
export function changedValues(before: ContactValues, after: ContactValues): ContactValues {
	const changed: ContactValues = {};
	for (const field of contactFieldNames) {
		const { merge } = specOf(field);
		const value = after[field];
		const isSame = value === before[field] || (value === '' && before[field] === undefined);
		const isNews = typeof merge === 'object' && after[merge.with] !== before[merge.with];
		if (value !== undefined && (isNews || !isSame)) changed[field] = value;
	}
	return changed;
}

/** The value that goes with the later time; nothing, where that one says nothing. */
function following(
	field: ContactField,
	time: ContactField,
	a: ContactValues,
	b: ContactValues,
): FieldValue | undefined {
	const [atA, atB] = [a[time], b[time]];
	if (atA === atB) return greater(field, a, b);
	if (atA === undefined || atB === undefined) return atA === undefined ? b[field] : a[field];
	const later = atA > atB ? a : b;
	const known = a[field] !== undefined || b[field] !== undefined;
	return later[field] ?? (known ? '' : undefined);
}

function greater(
	field: ContactField,
	{ [field]: a }: ContactValues,
	{ [field]: b }: ContactValues,
): FieldValue | undefined {
	if (a === undefined || b === undefined) return a ?? b;
	return rank(field, a) >= rank(field, b) ? a : b;
}

/** Of choices, those further down the list come later in the life of a message. */
function rank(field: ContactField, value: FieldValue): FieldValue {
	const { choices } = specOf(field);
	return choices ? choices.findIndex(([choice]) => choice === value) : value;
}

/**
 * Values whose texts are cut to the length of their fields, as CRMs keep them: merged in full, the same
 * text would look like another one for ever. Counted as Salesforce does, which HubSpot takes too.
 */
export function inLength(values: ContactValues): ContactValues {
	const fitted = { ...values };
	for (const field of contactFieldNames) {
		const value = values[field];
		const { length } = specOf(field);
		if (length !== undefined && typeof value === 'string')
			fitted[field] = cutUnits(value.trim(), length);
	}
	return fitted;
}

/** Values whose times are cut to what a CRM keeps: otherwise what it gives back would look older. */
export function inSteps(values: ContactValues, stepMs: number): ContactValues {
	const cut = { ...values };
	for (const field of contactFieldNames) {
		const value = values[field];
		if (specOf(field).type === 'time' && typeof value === 'string' && value !== '')
			cut[field] = cutTime(value, stepMs);
	}
	return cut;
}

export function cutTime(time: string, stepMs: number): string {
	return new Date(Math.floor(Date.parse(time) / stepMs) * stepMs).toISOString();
}
