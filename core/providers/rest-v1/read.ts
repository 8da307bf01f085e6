import { asArray, asNumber, asString, isObject, type JsonObject } from '../../json';
import { isoTime } from '../../event/event';

/** Reading what a service answers: its names are not described, so the usual spellings all count. */

/** The first member there is, each name in snake_case and in camelCase. */
export function pick(object: JsonObject, ...names: string[]): unknown {
	return names
		.flatMap((name) => [object[name], object[camelCase(name)]])
		.find((value) => value !== undefined && value !== null);
}

export function pickString(object: JsonObject, ...names: string[]): string | undefined {
	return asString(pick(object, ...names));
}

export function camelCase(name: string): string {
	return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The list of an answer: the answer itself, or its member of one of these names. */
export function listIn(body: unknown, ...names: string[]): readonly unknown[] {
	if (!isObject(body)) return asArray(body);
	return asArray(
		[...names, 'data', 'items', 'results'].map((name) => body[name]).find(Array.isArray),
	);
}

/** The one object of an answer, which may be wrapped in a member of one of these names. */
export function objectIn(body: unknown, ...names: string[]): JsonObject {
	if (!isObject(body)) return {};
	return [...names, 'data'].map((name) => body[name]).find(isObject) ?? body;
}

/** Unix times from here on are in milliseconds. */
const MILLISECONDS = 1e11;

/** A time in ISO 8601, or in seconds or milliseconds since 1970, as ISO 8601 in UTC. */
export function readTime(value: unknown): string | undefined {
	const text = asString(value);
	const number = asNumber(value);
	if (number === undefined) return isoTime(text);
	const date = new Date(number < MILLISECONDS ? number * 1000 : number);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
