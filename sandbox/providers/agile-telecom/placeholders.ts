import { isObject } from '../../json';

/** Writes values for `{name}` into every text; a name without a value stays, as the guide says. */
export function filled<T>(value: T, placeholders: Readonly<Record<string, string>>): T;
export function filled(value: unknown, placeholders: Readonly<Record<string, string>>): unknown {
	if (typeof value === 'string')
		return value.replace(/\{([^{}]+)\}/g, (all, name: string) =>
			Object.hasOwn(placeholders, name) ? (placeholders[name] ?? all) : all,
		);
	if (Array.isArray(value)) return value.map((part: unknown) => filled(part, placeholders));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [key, filled(part, placeholders)]),
	);
}
