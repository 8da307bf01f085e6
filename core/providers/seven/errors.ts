import { type ProviderError, providerError } from '../../errors';
import type { HttpResponse } from '../../http';
import { asArray, asBoolean, asObject, asString, defined, lookUp, parseJson } from '../../json';
import { errorCodes } from './errorCodes';

/** 100: done. 101: done, but not for every recipient; each says for itself. */
const AGREED = ['100', '101'];

const CODE = /^\d{3}$/;

/**
 * The code of an answer: the whole body of it is one, or its `success`. Codes are written as texts and
 * as numbers; a `success` that is true or false is none.
 */
export function codeOf(body: unknown): string | undefined {
	const code = asString(body) ?? asString(asObject(body)['success']);
	return code !== undefined && CODE.test(code.trim()) ? code.trim() : undefined;
}

/** What an answer of HTTP 200 refuses as a whole, if it does: by its code, or by a `success` of false. */
export function refusalIn(body: unknown): ProviderError | undefined {
	const code = codeOf(body);
	const { success } = asObject(body);
	const refuses = code === undefined ? asBoolean(success) === false : !AGREED.includes(code);
	return refuses ? codeError(code ?? codeBeside(body), wordsIn(body)) : undefined;
}

/** The code of an answer whose `success` is none: its own, or that of the message it refused. */
function codeBeside(body: unknown): string | undefined {
	const { code, messages } = asObject(body);
	return asString(code) ?? asString(asObject(asArray(messages)[0])['error']);
}

/** The error of a code, in the words that came with it or else those of the table. */
export function codeError(code: string | undefined, words?: string): ProviderError {
	const meaning = lookUp(errorCodes, code);
	const { category = 'provider', words: known, ...more } = meaning ?? {};
	const what = words ?? known ?? 'the request was refused without a reason';
	const message = code ? `seven.io: ${what} (code ${code})` : `seven.io: ${what}`;
	return providerError(category, message, { ...more, ...defined({ code }) });
}

/** The words of an answer: its own `error_message`, or `error_text` of the message that was refused. */
export function wordsIn(body: unknown): string | undefined {
	const { error_message, message, messages } = asObject(body);
	const { error_text } = asObject(asArray(messages)[0]);
	return asString(error_message) ?? asString(error_text) ?? asString(message);
}

/** Reads an answer of another status than 2xx: a code, or `{success, code, error_message}`. */
export function readFailure({ body }: HttpResponse): Partial<ProviderError> {
	const answer = parseJson(body);
	const code = codeOf(answer) ?? codeBeside(answer);
	if (lookUp(errorCodes, code)) return codeError(code, wordsIn(answer));
	const words = wordsIn(answer);
	return defined({ message: words && `seven.io: ${words}`, code });
}
