import type { IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../../core/json';

/** Reads a parameter for one item. What it gives may be shared between items: never change it. */
export type ReadParameter = (name: string, itemIndex: number, fallback?: unknown) => unknown;

/**
 * Reads parameters, but asks n8n only once for those that are the same for every item: resolving a
 * parameter costs more than sending some of what it says. Only what holds an expression is read again.
 */
export function parameterReader(
	context: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter'>,
): ReadParameter {
	const { parameters } = context.getNode();
	const known = new Map<string, unknown>();
	return (name, itemIndex, fallback) => {
		if (known.has(name)) return known.get(name);
		const value: unknown = context.getNodeParameter(name, itemIndex, fallback);
		if (!holdsExpression(parameters[rootOf(name)])) known.set(name, value);
		return value;
	};
}

/** `options` of `options.defaultCountry`. */
function rootOf(name: string): string {
	return name.split('.')[0] ?? name;
}

function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (Array.isArray(value)) return value.some(holdsExpression);
	return isObject(value) && Object.values(value).some(holdsExpression);
}
