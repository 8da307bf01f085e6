import type { IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../../core/json';
import { compileSimple, type Resolve } from './simpleExpression';

/** Reads a parameter for one item. What it gives may be shared between items: never change it. */
export type ReadParameter = (name: string, itemIndex: number, fallback?: unknown) => unknown;

/**
 * Reads parameters, but asks n8n only when it must: once for those that are the same for every item,
 * and not at all for those that only name fields of the item. Resolving a parameter costs more than
 * sending some of what it says.
 */
export function parameterReader(
	context: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'getInputData'>,
): ReadParameter {
	const { parameters } = context.getNode();
	const items = context.getInputData();
	const known = new Map<string, unknown>();
	const compiled = new Map<string, Resolve | undefined>();
	return (name, itemIndex, fallback) => {
		if (known.has(name)) return known.get(name);
		const raw = parameters[rootOf(name)];
		if (!holdsExpression(raw)) {
			const value: unknown = context.getNodeParameter(name, itemIndex, fallback);
			known.set(name, value);
			return value;
		}
		if (!compiled.has(name))
			compiled.set(name, name in parameters ? compileSimple(raw) : undefined);
		const simple = compiled.get(name)?.(items[itemIndex]?.json);
		return simple ? simple.value : context.getNodeParameter(name, itemIndex, fallback);
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
