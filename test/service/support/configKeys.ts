import { asArray, asObject, isObject } from '../../../core/json';

/** A key of the configuration, as its documentation shows it. */
export interface ConfigKey {
	key: string;
	type: string;
	usual: string;
	words: string;
}

const REQUIRED = Symbol('required');
const ABSENT = Symbol('absent');

/** The keys of a valibot schema, read from its own parts. `usual`: what holds where the key is absent. */
export function keysOf(schema: unknown, key = '', usual: unknown = REQUIRED): ConfigKey[] {
	const { type, wrapped, default: instead, entries, item, value, options } = asObject(schema);
	if (isObject(wrapped)) return keysOf(wrapped, key, instead ?? ABSENT);
	if (isObject(entries))
		return Object.entries(entries).flatMap(([name, member]) =>
			keysOf(member, key ? `${key}.${name}` : name, isObject(usual) ? usual[name] : REQUIRED),
		);
	if (type === 'variant' || type === 'union')
		return together(asArray(options).flatMap((option) => keysOf(option, key, usual)));
	if (type === 'record' && isGroup(value)) return keysOf(value, `${key}.<name>`);
	const own = { key, type: typeOf(schema), usual: usualOf(usual), words: wordsOf(schema) };
	if (type !== 'array' || !isGroup(item)) return [own];
	return [...(own.words ? [own] : []), ...keysOf(item, `${key}[]`)];
}

/** The same key of several choices is one row. */
function together(keys: readonly ConfigKey[]): ConfigKey[] {
	const byKey = new Map<string, ConfigKey>();
	for (const one of keys) {
		const { type, words } = byKey.get(one.key) ?? {};
		const merged = { type: `${type}, ${one.type}`, words: `${words}; ${one.words}` };
		byKey.set(one.key, type === undefined ? one : { ...one, ...merged });
	}
	return [...byKey.values()];
}

function isGroup(schema: unknown): boolean {
	const { entries, wrapped } = asObject(schema);
	return isObject(entries) || (isObject(wrapped) && isGroup(wrapped));
}

function usualOf(usual: unknown): string {
	if (usual === REQUIRED) return 'required';
	return usual === ABSENT ? '-' : `\`${JSON.stringify(usual)}\``;
}

function typeOf(schema: unknown): string {
	const { type, options, item, literal } = asObject(schema);
	if (type === 'picklist') return asArray(options).map(quoted).join(', ');
	if (type === 'literal') return quoted(literal);
	if (type === 'array') return isGroup(item) ? 'list' : `list of ${typeOf(item)}`;
	if (type === 'record') return 'object';
	const names: Record<string, string> = { string: 'text', number: 'number', boolean: 'yes or no' };
	const [known] = partsOf(schema).flatMap((part) => names[String(asObject(part)['type'])] ?? []);
	return known ?? String(type);
}

const quoted = (value: unknown) => `\`${String(value)}\``;

function wordsOf(schema: unknown): string {
	const [words] = partsOf(schema).flatMap((part) => {
		const { metadata } = asObject(part);
		return typeof asObject(metadata)['words'] === 'string'
			? [String(asObject(metadata)['words'])]
			: [];
	});
	return words ?? '';
}

/** What a schema is piped of, also within what it is piped of. */
function partsOf(schema: unknown): unknown[] {
	const { pipe } = asObject(schema);
	return [schema, ...asArray(pipe).flatMap((part) => (part === schema ? [] : inner(part)))];
}

function inner(part: unknown): unknown[] {
	return Array.isArray(asObject(part)['pipe']) && asArray(asObject(part)['pipe'])[0] !== part
		? partsOf(part)
		: [part];
}
