/**
 * The codes of the API. No code is documented for a parameter that is unknown or of a wrong form:
 * the sandbox answers 400, of which the list says that a type is invalid.
 */
const words = {
	202: 'Recipient number is invalid',
	300: 'Authentication is missing',
	301: 'Parameter to is missing',
	305: 'Parameter text is missing',
	306: 'Sender is invalid',
	400: 'Parameter is invalid',
	401: 'Parameter is too long',
	402: 'Prevented by the reload lock: the same text went to this number within the last 180 seconds',
	700: 'Unknown error',
	900: 'API key is invalid',
	901: 'Message id is invalid',
} as const;

export type Code = keyof typeof words;

/** Why something is refused. */
export interface Failure {
	code: Code;
	text: string;
}

/** A failure in the words of its code, or in more exact ones. */
export const failure = (code: Code, text: string = words[code]): Failure => ({ code, text });

/** What the API sends with an HTTP status other than 200: a code where one fits, as a bare number. */
export function refusal(status: number): unknown {
	if (status === 401) return 900;
	return status >= 500 ? 700 : { success: false };
}
