import { parseJson } from '../../core/json';

/** The node's form as filled in for one item. */
export interface Form {
	read(name: string, fallback?: unknown): unknown;
	/** The workflow's time zone, for times without an offset. */
	timezone: string;
}

/** A JSON field holds text, or the value itself when it comes from an expression. */
export function jsonValue(value: unknown): unknown {
	return typeof value === 'string' ? parseJson(value) : value;
}
