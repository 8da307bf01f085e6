import { isObject } from '../../json';
import type { FieldValues } from './fieldMap';

/** The same value with every key of its objects in snake_case, but for the names of our fields. */
export function withSnakeKeys(values: FieldValues): FieldValues {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, snakeKeys(value)]),
	);
}

function snakeKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(snakeKeys);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [snakeCase(key), snakeKeys(member)]),
	);
}

function snakeCase(key: string): string {
	return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
