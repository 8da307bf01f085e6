import { Refusal } from '../errors';
import { readId } from '../ids';
import type { Field, FieldType, Value } from '../schema/types';

const readers: Readonly<Partial<Record<FieldType, (field: Field, value: unknown) => Value>>> = {
	boolean: readBoolean,
	double: readNumber,
	int: readNumber,
	datetime: readTime,
	date: readDate,
	reference: readReference,
	email: readEmail,
	picklist: readChoice,
};

/** A JSON value as a field stores it. @throws Refusal when the field does not take it. */
export function readValue(field: Field, value: unknown): Value {
	if (value === null || value === '') return empty(field);
	return (readers[field.type] ?? readText)(field, value);
}

function empty(field: Field): Value {
	if (field.type === 'boolean') throw wrongType(field, 'null');
	if (field.required)
		throw new Refusal('REQUIRED_FIELD_MISSING', `Required fields are missing: [${field.name}]`, [
			field.name,
		]);
	return null;
}

/** Characters are counted as Salesforce's formulas and Apex count them: an emoji is a pair of two. */
function readText(field: Field, value: unknown): Value {
	if (typeof value === 'object') throw wrongType(field, 'object');
	const text = String(value).trim();
	if (text.length <= field.length) return text === '' ? empty(field) : text;
	throw new Refusal(
		'STRING_TOO_LONG',
		`${field.label}: data value too large: ${text} (max length=${field.length})`,
		[field.name],
	);
}

function readBoolean(field: Field, value: unknown): Value {
	if (typeof value === 'boolean') return value;
	throw wrongType(field, shown(value));
}

function readNumber(field: Field, value: unknown): Value {
	const number = typeof value === 'string' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) throw wrongType(field, shown(value));
	const { precision = 18, scale = 0 } = field;
	if (Math.abs(number) < 10 ** (precision - scale)) return Number(number.toFixed(scale));
	throw new Refusal(
		'NUMBER_OUTSIDE_VALID_RANGE',
		`${field.label}: value outside of valid range on numeric field: ${number}`,
		[field.name],
	);
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/;

/** The moment a time text means, to the second; undefined for no time. */
export function momentOf(text: string): string | undefined {
	const colons = text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
	if (!TIME.test(text) || Number.isNaN(Date.parse(colons))) return undefined;
	return `${new Date(colons).toISOString().slice(0, 19)}.000Z`;
}

function readTime(field: Field, value: unknown): Value {
	const moment = typeof value === 'string' ? momentOf(value) : undefined;
	if (moment) return moment;
	throw wrongType(field, shown(value));
}

function readDate(field: Field, value: unknown): Value {
	if (typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value)))
		return value;
	throw wrongType(field, shown(value));
}

function readReference(field: Field, value: unknown): Value {
	const id = typeof value === 'string' ? readId(value) : undefined;
	if (id) return id;
	throw new Refusal('MALFORMED_ID', `${field.label}: id value of incorrect type: ${shown(value)}`, [
		field.name,
	]);
}

function readEmail(field: Field, value: unknown): Value {
	const text = readText(field, value);
	if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(text))) return text;
	throw new Refusal(
		'INVALID_EMAIL_ADDRESS',
		`${field.label}: invalid email address: ${shown(value)}`,
		[field.name],
	);
}

function readChoice(field: Field, value: unknown): Value {
	const { choices = [] } = field;
	const known = choices.find(
		(choice) => choice.value.toLowerCase() === String(value).toLowerCase(),
	);
	if (known) return known.value;
	if (!field.restricted) return readText(field, value);
	throw new Refusal(
		'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
		`${field.label}: bad value for restricted picklist field: ${shown(value)}`,
		[field.name],
	);
}

const shown = (value: unknown): string =>
	typeof value === 'object' ? JSON.stringify(value) : String(value);

const wrongType = (field: Field, value: string): Refusal =>
	new Refusal(
		'INVALID_TYPE_ON_FIELD_IN_RECORD',
		`${field.label}: value not of required type: ${value}`,
		[field.name],
	);
