import { asString, type JsonObject } from '../../core/json';
import { cutUnits } from '../../core/message/text';
import { parseTime } from '../../core/message/time';
import { contactFieldNames, type FieldSpec, specOf } from '../fields';
import type { ContactValues, FieldValue } from '../values';
import { valuesIn } from '../valuesIn';
import { propertyName } from './fields';

/** Our values as HubSpot's properties: all of them texts, an empty one clears. */
export function toProperties(values: ContactValues): Record<string, string> {
	const properties: Record<string, string> = {};
	for (const field of contactFieldNames) {
		const value = values[field];
		if (value !== undefined) properties[propertyName(field)] = written(value, specOf(field));
	}
	return properties;
}

function written(value: FieldValue, { length }: FieldSpec): string {
	const text = String(value);
	return length === undefined ? text : cutUnits(text, length);
}

/** The values of a contact; what HubSpot has as null or empty, or is none of ours, is absent. */
export function fromProperties(properties: JsonObject): ContactValues {
	return valuesIn(properties, propertyName, readTime);
}

/** ISO 8601, or milliseconds since 1970, as ISO 8601 in UTC with milliseconds. */
export function readTime(value: unknown): string | undefined {
	const text = asString(value) ?? '';
	const at = /^\d+$/.test(text) ? Number(text) : parseTime(text, 'Z');
	const date = new Date(at ?? NaN);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
