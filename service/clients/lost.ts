import type { RcsError } from '../../core/errors';
import { networkError } from '../../core/http';
import { isObject } from '../../core/json';

/** The error of a request without an answer: what Node.js says of it is on the error or on a cause of it. */
export function lost(url: string, error: unknown): RcsError {
	return networkError(hostOf(url), codeOf(error));
}

/** `fetch` gives up with errors that have names, and numbers for codes. */
const gaveUp: readonly unknown[] = ['TimeoutError', 'AbortError'];

function codeOf(error: unknown): string | undefined {
	if (!isObject(error)) return undefined;
	if (gaveUp.includes(error['name'])) return 'ETIMEDOUT';
	const { code, cause } = error;
	return codeOf(cause) ?? (typeof code === 'string' ? code : undefined);
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : 'the base URL';
}
