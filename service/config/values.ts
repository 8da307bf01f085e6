import * as v from 'valibot';
import { purposeName } from '../../core/policy/promotional';

/** The kinds of values in a configuration. Numbers and yes or no may be texts: the environment has nothing else. */

export const text = v.pipe(v.string(), v.minLength(1));

/** The name of a purpose: how it is written does not matter. */
export const purposeText = v.pipe(
	text,
	v.transform(purposeName),
	v.check((name) => name !== '', 'is empty'),
);

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
	v.check(
		(name) => /^[a-z0-9][a-z0-9-]*$/.test(name),
		'must be lower case letters, digits and hyphens',
	),
);

/** A number from `min` to `max`. */
export function number(min: number, max = Infinity) {
	return numberThat((value) => value >= min && value <= max, `a number ${range(min, max)}`);
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max = Infinity) {
	const fits = (value: number) => Number.isInteger(value) && value >= min && value <= max;
	return numberThat(fits, `a whole number ${range(min, max)}`);
}

function numberThat(fits: (value: number) => boolean, words: string) {
	return v.pipe(
		v.unknown(),
		v.transform((value) => (isText(value) ? Number(value) : value)),
		v.check((value) => typeof value === 'number' && fits(value), `must be ${words}`),
		v.number(),
	);
}

function range(min: number, max: number): string {
	return max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`;
}

export const yesOrNo = v.pipe(
	v.unknown(),
	v.transform((value) => (value === 'true' || value === 'false' ? value === 'true' : value)),
	v.check((value) => typeof value === 'boolean', 'must be true or false'),
	v.boolean(),
);

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

/** A schema with what it is for, in words that the documentation shows. */
export function says<const S extends v.GenericSchema>(words: string, schema: S) {
	return v.pipe(schema, v.metadata({ words }));
}
