import { malformed, type Token } from './tokens';
import type { FieldPath } from './types';

/** Goes through the tokens of a query. What is not there is a Refusal. */
export interface Reader {
	/** Whether the next token is this keyword or symbol; it is used up if so. */
	take(keyword: string): boolean;
	demand(keyword: string): void;
	word(): string;
	path(): FieldPath;
	count(): number;
	/** The next token of any kind. */
	any(): Token;
	end(): void;
}

export function createReader(tokens: readonly Token[]): Reader {
	let at = 0;

	const unexpected = (): Error =>
		malformed(
			`unexpected token: '${tokens[at]?.value ?? '<EOF>'}' at ${tokens[at]?.at ?? 'the end'}`,
		);

	function any(): Token {
		const token = tokens[at];
		if (!token) throw unexpected();
		at += 1;
		return token;
	}

	function ofKind(kind: Token['kind']): string {
		if (tokens[at]?.kind !== kind) throw unexpected();
		return any().value;
	}

	function take(keyword: string): boolean {
		const token = tokens[at];
		const isKeyword = token?.kind === 'word' || token?.kind === 'symbol';
		if (!isKeyword || token.value.toUpperCase() !== keyword) return false;
		at += 1;
		return true;
	}

	return {
		take,
		any,
		demand(keyword) {
			if (!take(keyword)) throw unexpected();
		},
		word: () => ofKind('word'),
		path: () => ofKind('word').split('.'),
		count: () => Number(ofKind('number')),
		end() {
			if (at < tokens.length) throw unexpected();
		},
	};
}
