import { asBoolean, asNumber, asString, type JsonObject } from '../../core/json';
import { cut } from '../../core/message/text';
import { parseTime } from '../../core/message/time';
import { type ContactField, contactFieldNames, type FieldSpec, specOf } from '../fields';
import type { ContactValues, FieldValue } from '../values';
import { fieldName } from './fields';

/** Prose that is as good when it ends early; a name or an id that is cut would be another one. */
const prose: readonly ContactField[] = ['lastFailureReason'];

/** Our values as Salesforce's fields; null clears. */
export function toRecord(values: ContactValues): Record<string, FieldValue | null> {
	const record: Record<string, FieldValue | null> = {};
	for (const field of contactFieldNames) {
		const value = values[field];
		if (value !== undefined) record[fieldName(field)] = written(field, value);
	}
	return record;
}

function written(field: ContactField, value: FieldValue): FieldValue | null {
	const { type, length } = specOf(field);
	// A checkbox is never empty.
	if (value === '') return type === 'boolean' ? false : null;
	if (typeof value !== 'string' || length === undefined || !prose.includes(field)) return value;
	return shortened(value, length);
}

/** Salesforce counts an emoji as two characters. */
export function shortened(text: string, length: number): string {
	const pairs = text.length - [...text].length;
	return text.length <= length ? text : cut(text, length - pairs);
}

/** The values of a record; what Salesforce has as null is absent. */
export function fromRecord(record: JsonObject): ContactValues {
	const values: ContactValues = {};
	for (const field of contactFieldNames) {
		const value = readers[specOf(field).type](record[fieldName(field)]);
		if (value !== undefined) values[field] = value;
	}
	return values;
}

const readers: Readonly<Record<FieldSpec['type'], (value: unknown) => FieldValue | undefined>> = {
	phone: asString,
	choice: asString,
	text: asString,
	time: readTime,
	number: asNumber,
	boolean: asBoolean,
};

/** `2030-01-31T10:00:00.000+0000` as ISO 8601 in UTC. */
export function readTime(value: unknown): string | undefined {
	const at = parseTime(asString(value) ?? '', 'Z');
	return at === undefined ? undefined : new Date(at).toISOString();
}
