import { invalid } from '../errors';
import type { Property } from '../properties/properties';
import { readTime } from '../properties/values';

export interface Filter {
	propertyName: string;
	operator: Operator;
	value?: string;
	values?: string[];
	highValue?: string;
}

/** Tells whether the value of a record passes; undefined and empty are no value. */
type Test = (value: string) => boolean;

type Compare = (a: string, b: string) => number;

interface Kind {
	/** What the filter has to bring. */
	needs: 'value' | 'values' | 'range' | 'nothing';
	test(filter: Required<Omit<Filter, 'operator' | 'propertyName'>>, compare: Compare): Test;
}

const has: Test = (value) => value !== '';

const kinds = {
	EQ: {
		needs: 'value',
		test:
			({ value }, by) =>
			(own) =>
				has(own) && by(own, value) === 0,
	},
	NEQ: {
		needs: 'value',
		test:
			({ value }, by) =>
			(own) =>
				has(own) && by(own, value) !== 0,
	},
	GT: {
		needs: 'value',
		test:
			({ value }, by) =>
			(own) =>
				has(own) && by(own, value) > 0,
	},
	GTE: {
		needs: 'value',
		test:
			({ value }, by) =>
			(own) =>
				has(own) && by(own, value) >= 0,
	},
	LT: {
		needs: 'value',
		test:
			({ value }, by) =>
			(own) =>
				has(own) && by(own, value) < 0,
	},
	LTE: {
		needs: 'value',
		test:
			({ value }, by) =>
			(own) =>
				has(own) && by(own, value) <= 0,
	},
	BETWEEN: {
		needs: 'range',
		test:
			({ value, highValue }, by) =>
			(own) =>
				has(own) && by(own, value) >= 0 && by(own, highValue) <= 0,
	},
	IN: { needs: 'values', test: ({ values }) => oneOf(values) },
	NOT_IN: {
		needs: 'values',
		test: ({ values }) => {
			const isIn = oneOf(values);
			return (own) => has(own) && !isIn(own);
		},
	},
	HAS_PROPERTY: { needs: 'nothing', test: () => has },
	NOT_HAS_PROPERTY: { needs: 'nothing', test: () => (own) => !has(own) },
	CONTAINS_TOKEN: { needs: 'value', test: ({ value }) => containsToken(value) },
	NOT_CONTAINS_TOKEN: {
		needs: 'value',
		test: ({ value }) => {
			const contains = containsToken(value);
			return (own) => !contains(own);
		},
	},
} as const satisfies Record<string, Kind>;

export type Operator = keyof typeof kinds;
export const operators = Object.keys(kinds);

/** A filter as a test of values. @throws Refusal when it lacks what its operator needs */
export function toTest(filter: Filter, property: Property): Test {
	const { needs, test }: Kind = kinds[filter.operator];
	const { value = '', values = [], highValue = '' } = filter;
	const isComplete = {
		nothing: true,
		value: filter.value !== undefined,
		values: values.length > 0,
		range: filter.value !== undefined && filter.highValue !== undefined,
	}[needs];
	if (!isComplete)
		throw invalid(`A filter with the operator ${filter.operator} lacks its ${needs}`);
	return test({ value, values, highValue }, comparison(property));
}

/** How two values of a property compare: as times, numbers, or texts whose case does not matter. */
export function comparison({ type }: Property): Compare {
	const toNumber = { datetime: readTime, date: readTime, number: Number }[String(type)];
	if (toNumber) return (a, b) => (toNumber(a) ?? NaN) - (toNumber(b) ?? NaN);
	return (a, b) => a.toLowerCase().localeCompare(b.toLowerCase());
}

/** Values of a list have to be in lower case, as the documentation says; what they are compared with is. */
function oneOf(values: readonly string[]): Test {
	const wanted = new Set(values);
	return (own) => has(own) && wanted.has(own.toLowerCase());
}

/** A whole word of the value, with `*` for any part of it. */
function containsToken(pattern: string): Test {
	const escaped = pattern.toLowerCase().replace(/[.+?^${}()|[\]\\]/g, '\\$&');
	const whole = new RegExp(`^${escaped.replaceAll('*', '.*')}$`);
	return (own) => {
		const text = own.toLowerCase();
		return has(own) && [text, ...text.split(/\s+/)].some((token) => whole.test(token));
	};
}
