import { asObject, isObject, type JsonObject } from '../../json';
import type { FieldValues } from './fieldMap';

/** The same value with every key of its objects in snake_case, but for the names of our fields. */
export function withSnakeKeys(values: FieldValues): FieldValues {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, withKeys(value, snakeCase)]),
	);
}

/** The same object with every key in camelCase. */
export function withCamelKeys(value: JsonObject): JsonObject {
	return asObject(withKeys(value, camelCase));
}

function withKeys(value: unknown, write: (key: string) => string): unknown {
	if (Array.isArray(value)) return value.map((entry) => withKeys(entry, write));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [write(key), withKeys(member, write)]),
	);
}

function snakeCase(key: string): string {
	return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function camelCase(key: string): string {
	return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
