import type { FastifyRequest } from 'fastify';

import { anyString, integer, list, object, oneOf } from '../../../providers/schema';
import { compile } from '../../../validation';
import { invalid } from '../errors';
import { readBody } from '../input';
import { type Filter, operators } from './filters';

const LARGEST_PAGE = 200;
const MOST_RESULTS = 10_000;
const LONGEST_BODY = 3000;
const MOST_GROUPS = 5;
const MOST_FILTERS_IN_GROUP = 6;
const MOST_FILTERS = 18;
const DEFAULT_PAGE = 10;

export interface Sort {
	propertyName: string;
	direction?: 'ASCENDING' | 'DESCENDING';
}

export interface Search {
	filterGroups: { filters: Filter[] }[];
	sort?: Sort;
	properties: string[];
	limit: number;
	after: number;
}

interface Body {
	filterGroups?: { filters: Filter[] }[];
	sorts?: Sort[];
	properties?: string[];
	limit?: number;
	after?: string;
}

const isSearch = compile<Body>(
	object({
		filterGroups: list(
			object({
				'filters!': list(
					object({
						'propertyName!': anyString,
						'operator!': oneOf(...operators),
						value: anyString,
						values: list(anyString),
						highValue: anyString,
					}),
				),
			}),
		),
		sorts: list(
			object({ 'propertyName!': anyString, direction: oneOf('ASCENDING', 'DESCENDING') }),
		),
		properties: list(anyString),
		limit: integer(0),
		after: anyString,
	}),
);

/** A search within its documented limits. @throws Refusal */
export function readSearch({ body }: FastifyRequest): Search {
	if (JSON.stringify(body ?? {}).length > LONGEST_BODY)
		throw invalid(`The request body is longer than ${LONGEST_BODY} characters`);
	const {
		filterGroups = [],
		sorts = [],
		properties = [],
		limit = DEFAULT_PAGE,
		after = '0',
	} = readBody(body, isSearch);
	refuse(limit > LARGEST_PAGE, `The limit is ${limit}, more than ${LARGEST_PAGE} results a page`);
	refuse(!/^\d+$/.test(after), 'after has to come from the answer before');
	refuse(Number(after) + limit > MOST_RESULTS, `A search has at most ${MOST_RESULTS} results`);
	refuse(filterGroups.length > MOST_GROUPS, `There are more than ${MOST_GROUPS} filterGroups`);
	const sizes = filterGroups.map(({ filters }) => filters.length);
	refuse(
		sizes.some((size) => size > MOST_FILTERS_IN_GROUP || size === 0),
		`A filterGroup has between 1 and ${MOST_FILTERS_IN_GROUP} filters`,
	);
	refuse(
		sizes.reduce((sum, size) => sum + size, 0) > MOST_FILTERS,
		`There are more than ${MOST_FILTERS} filters`,
	);
	refuse(sorts.length > 1, 'Only one sort is supported');
	const [sort] = sorts;
	return { filterGroups, properties, limit, after: Number(after), ...(sort ? { sort } : {}) };
}

function refuse(isBroken: boolean, message: string): void {
	if (isBroken) throw invalid(message);
}
