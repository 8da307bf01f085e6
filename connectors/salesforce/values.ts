import { asString, type JsonObject } from '../../core/json';
import { cutUnits } from '../../core/message/text';
import { parseTime } from '../../core/message/time';
import { type ContactField, contactFieldNames, specOf } from '../fields';
import type { ContactValues, FieldValue } from '../values';
import { valuesIn } from '../valuesIn';
import { fieldName } from './fields';

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
	return typeof value === 'string' && length !== undefined ? cutUnits(value, length) : value;
}

/** The values of a record; what Salesforce has as null is absent. */
export function fromRecord(record: JsonObject): ContactValues {
	return valuesIn(record, fieldName, readTime);
}

/** `2030-01-31T10:00:00.000+0000` as ISO 8601 in UTC. */
export function readTime(value: unknown): string | undefined {
	const at = parseTime(asString(value) ?? '', 'Z');
	return at === undefined ? undefined : new Date(at).toISOString();
}
