import type { Property, PropertyType } from './properties';

/** A value as it is kept, or what is wrong with it. */
export type Checked = { value: string } | { error: string; message: string };

const LONGEST_TEXT = 65_536;
const EPOCH_MILLISECONDS = /^-?\d{1,15}$/;
const isoTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))?$/;

/** Checks a value against the type of its property; an empty text clears it, whatever the type. */
export function checkValue(property: Property, value: string): Checked {
	if (property.readOnlyValue)
		return wrong(
			'READ_ONLY_VALUE',
			`"${property.name}" is a read only property; its value cannot be set.`,
		);
	return value === '' ? { value } : checks[property.type](value, property);
}

const checks: Readonly<Record<PropertyType, (value: string, property: Property) => Checked>> = {
	string: (value, { name }) =>
		[...value].length <= LONGEST_TEXT
			? { value }
			: wrong(
					'VALUE_TOO_LONG',
					`The value of "${name}" is longer than ${LONGEST_TEXT} characters.`,
				),
	phone_number: (value) => ({ value }),
	number: (value) =>
		/^-?\d+(\.\d+)?$/.test(value)
			? { value }
			: wrong('INVALID_DOUBLE', `${value} was not a valid number.`),
	bool: (value) => checkOptions([value], ['true', 'false'], value),
	enumeration: (value, { options, fieldType }) => {
		const chosen = fieldType === 'checkbox' ? value.split(';').filter(Boolean) : [value];
		return checkOptions(
			chosen,
			options.map((option) => option.value),
			value,
		);
	},
	date: (value) => {
		const time = readTime(value);
		if (time === undefined) return wrong('INVALID_DATE', `${value} was not a valid date.`);
		if (time % 86_400_000 !== 0)
			return wrong(
				'INVALID_DATE',
				`${value} is at ${new Date(time).toISOString().slice(11, 19)} UTC, not midnight!`,
			);
		return { value: new Date(time).toISOString().slice(0, 10) };
	},
	datetime: (value) => {
		const time = readTime(value);
		return time === undefined
			? wrong('INVALID_LONG', `${value} was not a valid long.`)
			: { value: new Date(time).toISOString() };
	},
};

function checkOptions(
	chosen: readonly string[],
	allowed: readonly string[],
	value: string,
): Checked {
	const strange = chosen.find((one) => !allowed.includes(one));
	if (strange === undefined) return { value };
	return wrong(
		'INVALID_OPTION',
		`${strange} was not one of the allowed options: [${allowed.join(', ')}]`,
	);
}

/** Milliseconds since 1970 of a time as HubSpot takes it: those milliseconds, or ISO 8601. */
export function readTime(text: string): number | undefined {
	if (EPOCH_MILLISECONDS.test(text)) return Number(text);
	const time = isoTime.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(time) ? undefined : time;
}

const wrong = (error: string, message: string): Checked => ({ error, message });
