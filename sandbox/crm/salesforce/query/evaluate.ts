import { Refusal } from '../errors';
import { readId } from '../ids';
import { momentOf } from '../records/values';
import type { Field, FieldType, Value } from '../schema/types';
import type { Comparison, Condition, FieldPath, Literal } from './types';

/** A field at the end of a path, and how a row gives its value. */
export interface Column<Row> {
	field: Field;
	value(row: Row): Value;
}

/** Finds the column of a path. @throws Refusal when there is none the caller can see. */
export type Columns<Row> = (path: FieldPath) => Column<Row>;

/** The test a condition stands for. @throws Refusal when it compares what cannot be compared. */
export function toTest<Row>(condition: Condition, columns: Columns<Row>): (row: Row) => boolean {
	switch (condition.kind) {
		case 'and': {
			const tests = condition.parts.map((part) => toTest(part, columns));
			return (row) => tests.every((test) => test(row));
		}
		case 'or': {
			const tests = condition.parts.map((part) => toTest(part, columns));
			return (row) => tests.some((test) => test(row));
		}
		case 'not': {
			const test = toTest(condition.part, columns);
			return (row) => !test(row);
		}
		case 'in':
			return inTest(condition, columns(condition.path));
		case 'compare':
			return compareTest(condition, columns(condition.path));
	}
}

function inTest<Row>(
	{ values, negated }: Extract<Condition, { kind: 'in' }>,
	{ field, value }: Column<Row>,
): (row: Row) => boolean {
	const wanted = new Set(values.map((literal) => comparable(field, literalValue(field, literal))));
	return (row) => wanted.has(comparable(field, value(row))) !== negated;
}

function compareTest<Row>(
	{ operator, value: literal }: Extract<Condition, { kind: 'compare' }>,
	{ field, value }: Column<Row>,
): (row: Row) => boolean {
	const wanted = comparable(field, literalValue(field, literal));
	return (row) => holds(operator, comparable(field, value(row)), wanted);
}

function holds(operator: Comparison, value: Value, wanted: Value): boolean {
	if (operator === '=') return value === wanted;
	if (operator === '!=') return value !== wanted;
	if (value === null || wanted === null) return false;
	switch (operator) {
		case '<':
			return value < wanted;
		case '<=':
			return value <= wanted;
		case '>':
			return value > wanted;
		case '>=':
			return value >= wanted;
		case 'LIKE':
			return like(String(wanted)).test(String(value));
	}
}

const like = (pattern: string): RegExp =>
	new RegExp(
		`^${pattern
			.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
			.replaceAll('%', '.*')
			.replaceAll('_', '.')}$`,
		's',
	);

/** Texts are compared without telling case apart; ids are not texts. */
function comparable(field: Field, value: Value): Value {
	if (value === null) return field.type === 'boolean' ? false : null;
	return typeof value === 'string' && !isId(field) ? value.toLowerCase() : value;
}

const literalKinds: Readonly<Partial<Record<FieldType, Literal['kind']>>> = {
	boolean: 'boolean',
	double: 'number',
	int: 'number',
	datetime: 'time',
	date: 'date',
};

function literalValue(field: Field, { kind, value }: Literal): Value {
	const wanted = literalKinds[field.type] ?? 'text';
	if (kind !== wanted && kind !== 'null')
		throw new Refusal(
			'INVALID_FIELD',
			`filter criterion must be of type ${field.type} and ${wanted === 'text' ? 'should' : 'should not'} be enclosed in quotes: ${field.name}`,
		);
	if (kind === 'time') return momentOf(String(value)) ?? value;
	return isId(field) ? (readId(String(value)) ?? value) : value;
}

const isId = ({ type }: Field): boolean => type === 'id' || type === 'reference';
