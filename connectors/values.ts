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
 * What `after` has and `before` has not. A time and what goes with it are written together: otherwise two
 * writes at one moment could leave the status of one beside the time of the other.
 */
export function changedValues(before: ContactValues, after: ContactValues): ContactValues {
	const changed: ContactValues = {};
	for (const field of contactFieldNames) {
		const value = after[field];
		if (value !== undefined && together(field).some((one) => isChanged(one, before, after)))
			changed[field] = value;
	}
	return changed;
}

function isChanged(field: ContactField, before: ContactValues, after: ContactValues): boolean {
	return after[field] !== undefined && (after[field] ?? '') !== (before[field] ?? '');
}

/** A time and what goes with it; a field of its own is alone. */
function together(field: ContactField): readonly ContactField[] {
	const time = timeOf(field);
	return [time, ...(followers.get(time) ?? [])];
}

function timeOf(field: ContactField): ContactField {
	const { merge } = specOf(field);
	return typeof merge === 'object' ? merge.with : field;
}

/** What goes with each time. */
const followers = new Map(
	contactFieldNames.map((time) => [
		time,
		contactFieldNames.filter((field) => field !== time && timeOf(field) === time),
	]),
);

/** The value that goes with the later time, or at one time with the stronger ones; nothing, where those say nothing. */
function following(
	field: ContactField,
	time: ContactField,
	a: ContactValues,
	b: ContactValues,
): FieldValue | undefined {
	const [atA, atB] = [a[time], b[time]];
	if (atA !== atB && (atA === undefined || atB === undefined))
		return atA === undefined ? b[field] : a[field];
	const counting = atA === atB ? stronger(time, a, b) : laterOf(time, a, b);
	const known = a[field] !== undefined || b[field] !== undefined;
	return counting[field] ?? (known ? '' : undefined);
}

function laterOf(time: ContactField, a: ContactValues, b: ContactValues): ContactValues {
	return greater(time, a, b) === a[time] ? a : b;
}

/** Of what two say of one time: the whole of one, by the first field in which they differ. */
function stronger(time: ContactField, a: ContactValues, b: ContactValues): ContactValues {
	const field = followers.get(time)?.find((one) => (a[one] ?? '') !== (b[one] ?? ''));
	return field && greater(field, a, b) !== a[field] ? b : a;
}

function greater(
	field: ContactField,
	{ [field]: a }: ContactValues,
	{ [field]: b }: ContactValues,
): FieldValue | undefined {
	if (a === undefined || b === undefined) return a ?? b;
	return rank(field, a) >= rank(field, b) ? a : b;
}

/** Of choices, those further down the list come later, such as in the life of a message. */
function rank(field: ContactField, value: FieldValue): FieldValue {
	const { choices, strength = choices?.map(([choice]) => choice) } = specOf(field);
	return strength ? strength.findIndex((choice) => choice === value) : value;
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

/** A time as it counts: as exact as the CRM keeps it, and never later than now, whatever clock told it. */
export function countedTime(time: string, now: number, stepMs = 1): string {
	return cutTime(new Date(Math.min(Date.parse(time), now)).toISOString(), stepMs);
}

/** Values whose times that are later than now are another one instead. */
export function notAfter(values: ContactValues, now: string, instead: string): ContactValues {
	const counted = { ...values };
	for (const field of contactFieldNames) {
		const value = values[field];
		if (specOf(field).type === 'time' && typeof value === 'string' && value > now)
			counted[field] = instead;
	}
	return counted;
}

export function cutTime(time: string, stepMs: number): string {
	return new Date(Math.floor(Date.parse(time) / stepMs) * stepMs).toISOString();
}
