import { isObject, type JsonObject } from '../../json';

/** `{name}`, as Agile Telecom writes what our templates have as `{{name}}`. */
const SINGLE = /\{([^{}]+)\}/g;
const DOUBLE = /\{\{([^{}]+)\}\}/g;

/** The texts of a template with `{name}` for each `{{name}}`. */
export function singleBraces(fields: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(fields).map(([key, part]) => [key, converted(part)]));
}

function converted(part: unknown): unknown {
	if (typeof part === 'string')
		return part.replace(DOUBLE, (_, name: string) => `{${name.trim()}}`);
	if (Array.isArray(part)) return part.map(converted);
	return isObject(part) ? singleBraces(part) : part;
}

/** Names of the `{placeholders}` anywhere in a value, each once. */
export function variablesIn(value: unknown): string[] {
	if (typeof value === 'string')
		return [...new Set([...value.matchAll(SINGLE)].flatMap(([, name]) => name?.trim() || []))];
	if (typeof value !== 'object' || value === null) return [];
	return [...new Set(Object.values(value).flatMap(variablesIn))];
}
