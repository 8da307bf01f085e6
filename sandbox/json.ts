export type JsonObject = Record<string, unknown>;

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
	[K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without the members that are undefined, so that they do not reach the wire. */
export function compact<T extends object>(value: T): Compact<T>;
export function compact(value: object): object {
	return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
