import * as v from 'valibot';

/** The kinds of values in a configuration. Numbers and yes or no may be texts: the environment has nothing else. */

export const text = v.pipe(v.string(), v.minLength(1));

export const address = v.pipe(
	v.string(),
	v.check(
		(url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol),
		'must be an address, such as https://rcs.example.com',
	),
);

export const postgresAddress = v.pipe(
	v.string(),
	v.check(
		(url) => URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol),
		'must be an address, such as postgres://user:password@host/database',
	),
);

export const secret = v.pipe(
	v.string(),
	v.check(({ length }) => length >= 16, 'must have at least 16 characters'),
);

export const lowerCaseName = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower case letters, digits and hyphens'),
);

/** A number from `min` to `max`. */
export function number(min: number, max = Infinity) {
	const range = max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`;
	return v.pipe(
		v.unknown(),
		v.transform(fromText),
		v.number(),
		v.check((value) => value >= min && value <= max, `must be a number ${range}`),
	);
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max = Infinity) {
	return v.pipe(
		number(min, max),
		v.check((value) => Number.isInteger(value), 'must be a whole number'),
	);
}

export const yesOrNo = v.pipe(v.unknown(), v.transform(fromText), v.boolean());

/** A schema with what it is for, in words that the documentation shows. */
export function says<const S extends v.GenericSchema>(words: string, schema: S) {
	return v.pipe(schema, v.metadata({ words }));
}

function fromText(value: unknown): unknown {
	if (value === 'true' || value === 'false') return value === 'true';
	return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
		? Number(value)
		: value;
}
