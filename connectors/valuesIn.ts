import { asBoolean, asNumber, asString, type JsonObject } from '../core/json';
import { type ContactField, contactFieldNames, type FieldSpec, specOf } from './fields';
import type { ContactValues, FieldValue } from './values';

type Read = (value: unknown) => FieldValue | undefined;

const readers: Readonly<Record<Exclude<FieldSpec['type'], 'time'>, Read>> = {
	phone: asString,
	choice: asString,
	text: asString,
	number: asNumber,
	boolean: asBoolean,
};

/**
 * The values of a record as a CRM names them; what it has as null or empty, or is none of ours, is absent.
 * `readTime` gives ISO 8601 in UTC with milliseconds.
 */
export function valuesIn(
	record: JsonObject,
	nameOf: (field: ContactField) => string,
	readTime: Read,
): ContactValues {
	const values: ContactValues = {};
	for (const field of contactFieldNames) {
		const { type } = specOf(field);
		const read = type === 'time' ? readTime : readers[type];
		const value = read(record[nameOf(field)]);
		if (value !== undefined) values[field] = value;
	}
	return values;
}
