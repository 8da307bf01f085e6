import type { Reader } from './reader';
import { malformed, type Token } from './tokens';
import type { Comparison, Condition, Literal } from './types';

const comparisons: readonly Comparison[] = ['=', '!=', '<=', '>=', '<', '>', 'LIKE'];

/** `a AND b`, `a OR b`, `NOT a`, brackets; mixing AND and OR needs brackets. */
export function conditionOf(reader: Reader): Condition {
	const first = term(reader);
	for (const [keyword, kind] of [
		['AND', 'and'],
		['OR', 'or'],
	] as const) {
		const parts = [first];
		while (reader.take(keyword)) parts.push(term(reader));
		if (parts.length > 1) return { kind, parts };
	}
	return first;
}

function term(reader: Reader): Condition {
	if (reader.take('NOT')) return { kind: 'not', part: term(reader) };
	if (reader.take('(')) {
		const inner = conditionOf(reader);
		reader.demand(')');
		return inner;
	}
	return comparison(reader);
}

function comparison(reader: Reader): Condition {
	const path = reader.path();
	if (reader.take('NOT')) {
		reader.demand('IN');
		return { kind: 'in', path, values: list(reader), negated: true };
	}
	if (reader.take('IN')) return { kind: 'in', path, values: list(reader), negated: false };
	if (reader.take('<>')) return { kind: 'compare', path, operator: '!=', value: literal(reader) };
	const operator = comparisons.find((known) => reader.take(known));
	if (!operator) throw malformed(`unknown operator after ${path.join('.')}`);
	return { kind: 'compare', path, operator, value: literal(reader) };
}

function list(reader: Reader): Literal[] {
	reader.demand('(');
	const values = [literal(reader)];
	while (reader.take(',')) values.push(literal(reader));
	reader.demand(')');
	return values;
}

const words: Readonly<Record<string, Literal>> = {
	true: { kind: 'boolean', value: true },
	false: { kind: 'boolean', value: false },
	null: { kind: 'null', value: null },
};

function literal(reader: Reader): Literal {
	const token = reader.any();
	const found = read(token);
	if (!found) throw malformed(`unexpected token: '${token.value}' at ${token.at}`);
	return found;
}

function read({ kind, value }: Token): Literal | undefined {
	switch (kind) {
		case 'text':
		case 'time':
		case 'date':
			return { kind, value };
		case 'number':
			return { kind, value: Number(value) };
		case 'word':
			return words[value.toLowerCase()];
		case 'symbol':
			return undefined;
	}
}
