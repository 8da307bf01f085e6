/** JSON from outside, read without trust: a wrong shape gives `undefined`, never an exception. */

/** Deeper than any provider nests; code that walks a value deeper than this could run out of stack. */
const MAX_DEPTH = 100;

/** The value of a JSON text, or `undefined` when it is no JSON or nested to do harm. */
export function parseJson(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return isDeeper(value, MAX_DEPTH) ? undefined : value;
	} catch {
		return undefined;
	}
}

function isDeeper(value: unknown, depth: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return depth === 0 || Object.values(value).some((part) => isDeeper(part, depth - 1));
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object itself, or an empty one when it is something else. */
export function asObject(value: unknown): JsonObject {
	return isObject(value) ? value : {};
}

export function asArray(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** A non-empty string; a number is written as one, because providers are not strict about ids. */
export function asString(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

export function asNumber(value: unknown): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A boolean; providers also write it as a string. */
export function asBoolean(value: unknown): boolean | undefined {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	return undefined;
}

/** What a table says of a name from outside; names every object has (`constructor`) are not in it. */
export function lookUp<T>(
	table: Readonly<Record<string, T>>,
	name: string | undefined,
): T | undefined {
	return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

type Defined<T> = {
	[K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

/** The object without its undefined members, so that optional fields are absent and not `undefined`. */
export function defined<T extends object>(value: T): Defined<T>;
export function defined(value: object): object {
	return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

/** Merges `extra` into `base`: objects member by member, anything else (lists too) is replaced. */
export function deepMerge(base: JsonObject, extra: JsonObject): JsonObject {
	const merged: Record<string, unknown> = { ...base };
	for (const [key, value] of Object.entries(extra)) {
		if (key === '__proto__') continue;
		const before = merged[key];
		merged[key] = isObject(before) && isObject(value) ? deepMerge(before, value) : value;
	}
	return merged;
}

/** What stands at a path such as `content.cards.0.title`, or `undefined`. */
export function valueAt(value: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce((at, key) => (Array.isArray(at) ? at[Number(key)] : asObject(at)[key]), value);
}
