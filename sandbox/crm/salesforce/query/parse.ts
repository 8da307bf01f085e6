import { compact } from '../../../json';
import { conditionOf } from './conditions';
import { createReader, type Reader } from './reader';
import { malformed, tokensOf } from './tokens';
import type { FieldPath, OrderBy, Query } from './types';

const LONGEST_QUERY = 100_000;

/** Reads the part of SOQL that the sandbox knows. @throws Refusal for everything else. */
export function parseQuery(text: string): Query {
	if (text.length > LONGEST_QUERY)
		throw malformed('SOQL statements cannot be longer than 100000 characters');
	const reader = createReader(tokensOf(text));
	reader.demand('SELECT');
	const fields = selected(reader);
	reader.demand('FROM');
	const from = reader.word();
	const where = reader.take('WHERE') ? conditionOf(reader) : undefined;
	const orderBy = reader.take('ORDER') ? orders(reader) : [];
	const limit = reader.take('LIMIT') ? reader.count() : undefined;
	const offset = reader.take('OFFSET') ? reader.count() : undefined;
	reader.end();
	return compact({ fields, from, where, orderBy, limit, offset });
}

function selected(reader: Reader): FieldPath[] {
	if (reader.take('COUNT')) {
		reader.demand('(');
		reader.demand(')');
		return [];
	}
	const fields = [reader.path()];
	while (reader.take(',')) fields.push(reader.path());
	return fields;
}

function orders(reader: Reader): OrderBy[] {
	reader.demand('BY');
	const parts = [order(reader)];
	while (reader.take(',')) parts.push(order(reader));
	return parts;
}

function order(reader: Reader): OrderBy {
	const path = reader.path();
	const descending = reader.take('DESC');
	if (!descending) reader.take('ASC');
	if (!reader.take('NULLS')) return { path, descending, nullsLast: false };
	const nullsLast = reader.take('LAST');
	if (!nullsLast) reader.demand('FIRST');
	return { path, descending, nullsLast };
}
