import { isObject } from '../../core/json';

/** Gives the value for an item's JSON, or `undefined` when n8n must be asked. */
export type Resolve = (json: unknown) => { value: unknown } | undefined;

const REFERENCE = /\{\{\s*\$json((?:\.[A-Za-z_$][\w$]*)+)\s*\}\}/g;

/**
 * Compiles a parameter whose expressions only name fields of the item, such as `={{ $json.phone }}` or
 * `=Hello {{ $json.name }}`. n8n evaluates each expression in an isolate, which for thousands of items
 * takes longer than sending them; naming a field needs no isolate. Anything else is left to n8n:
 * `undefined` here for other expressions, `undefined` from the function for values whose text n8n decides.
 */
export function compileSimple(parameter: unknown): Resolve | undefined {
	if (typeof parameter === 'string') return compileText(parameter);
	if (Array.isArray(parameter)) {
		const parts = parameter.map(compileSimple);
		return (json) => all(parts, json, (values) => values);
	}
	if (!isObject(parameter)) return () => ({ value: parameter });
	const keys = Object.keys(parameter);
	const parts = keys.map((key) => compileSimple(parameter[key]));
	return (json) =>
		all(parts, json, (values) => Object.fromEntries(keys.map((key, i) => [key, values[i]])));
}

function all(
	parts: readonly (Resolve | undefined)[],
	json: unknown,
	join: (values: unknown[]) => unknown,
): { value: unknown } | undefined {
	const values: unknown[] = [];
	for (const part of parts) {
		const resolved = part?.(json);
		if (!resolved) return undefined;
		values.push(resolved.value);
	}
	return { value: join(values) };
}

function compileText(text: string): Resolve | undefined {
	if (!text.startsWith('=')) return () => ({ value: text });
	const template = text.slice(1);
	const paths = [...template.matchAll(REFERENCE)].map((match) =>
		(match[1] ?? '').slice(1).split('.'),
	);
	const literals = template.replace(REFERENCE, '\0').split('\0');
	const plain = paths.length > 0 && literals.every((literal) => !/[{}\\]/.test(literal));
	if (!plain) return undefined;
	const [only] = paths;
	if (only && paths.length === 1 && literals.join('') === '') {
		return (json) => scalar(valueAt(json, only));
	}
	return (json) => {
		let joined = literals[0] ?? '';
		for (const [i, path] of paths.entries()) {
			const resolved = scalar(valueAt(json, path));
			if (!resolved) return undefined;
			joined += String(resolved.value) + (literals[i + 1] ?? '');
		}
		return { value: joined };
	};
}

/** Own fields of plain objects only: methods and lengths are n8n's business. */
function valueAt(json: unknown, path: readonly string[]): unknown {
	let at = json;
	for (const key of path) {
		if (!isObject(at) || !Object.hasOwn(at, key)) return undefined;
		at = at[key];
	}
	return at;
}

/** Only texts and whole numbers look the same in every engine; n8n decides about all other values. */
function scalar(value: unknown): { value: string | number } | undefined {
	if (typeof value === 'string') return { value };
	return typeof value === 'number' && Number.isSafeInteger(value) ? { value } : undefined;
}
