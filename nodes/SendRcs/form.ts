import type { ShopCardsRead } from '../../core/commerce/shopCards';
import { parseJson } from '../../core/json';
import type { Problem } from '../../core/message/problem';

/** The node's form as filled in for one item. */
export interface Form {
	read(name: string, fallback?: unknown): unknown;
	/** The field as it is written, with its expressions. */
	written(name: string): unknown;
	/** The workflow's time zone, for times without an offset. */
	timezone: string;
	/** What a shop tells, where the cards are made of it. */
	shop?: ShopCardsRead;
	/** What its fields name of the shop that there is not, as far as they were read. */
	problems?: readonly Problem[];
}

/** A JSON field holds text, or the value itself when it comes from an expression. */
export function jsonValue(value: unknown): unknown {
	return typeof value === 'string' ? parseJson(value) : value;
}
