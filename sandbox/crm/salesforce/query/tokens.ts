import { Refusal } from '../errors';

export interface Token {
	kind: 'word' | 'text' | 'number' | 'time' | 'date' | 'symbol';
	/** Of texts: without quotes and escapes. */
	value: string;
	/** Where it begins. */
	at: number;
}

const patterns: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
	['space', /\s+/y],
	['text', /'(?:[^'\\]|\\.)*'/y],
	['time', /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/y],
	['date', /\d{4}-\d\d-\d\d/y],
	['number', /[+-]?\d+(?:\.\d+)?/y],
	['word', /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/y],
	['symbol', /<=|>=|!=|<>|[=<>(),]/y],
];

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** @throws Refusal at the first character that belongs to nothing. */
export function tokensOf(query: string): Token[] {
	const tokens: Token[] = [];
	for (let at = 0; at < query.length;) {
		const { kind, value } = tokenAt(query, at);
		if (kind !== 'space')
			tokens.push({ kind, value: kind === 'text' ? unquoted(value) : value, at });
		at += value.length;
	}
	return tokens;
}

function tokenAt(query: string, at: number) {
	for (const [kind, pattern] of patterns) {
		pattern.lastIndex = at;
		const value = pattern.exec(query)?.[0];
		if (value !== undefined) return { kind, value };
	}
	throw malformed(`unexpected token: '${query[at]}' at ${at}`);
}

const unquoted = (text: string): string =>
	text.slice(1, -1).replace(/\\(.)/g, (_whole, char: string) => escapes[char] ?? char);

export const malformed = (words: string): Refusal => new Refusal('MALFORMED_QUERY', words);
