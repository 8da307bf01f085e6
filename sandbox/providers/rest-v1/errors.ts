import type { Violation } from '../../validation';

/** The error codes the guide lists, in its words. */
const words: Readonly<Record<number, string>> = {
	400: 'Bad request (check parameters)',
	401: 'Unauthorized (check API key)',
	403: 'Forbidden (check permissions)',
	404: 'Not found (check resource ID)',
	429: 'Rate limited (slow down)',
	500: 'Server error (retry with backoff)',
};

/** The error body: a code, a message, and what is wrong where. */
export function refusal(
	code: number | string,
	message = words[Number(code)] ?? 'The request failed',
	violations: readonly Violation[] = [],
): { error: object } {
	const details = violations.map(({ property, violation }) => ({
		field: property,
		message: violation,
	}));
	return { error: { code, message, details } };
}

/** A request that was understood and cannot be carried out, with its HTTP status. */
export interface Refused {
	status: number;
	body: { error: object };
}

export function refused(
	status: number,
	code: number | string,
	message?: string,
	violations: readonly Violation[] = [],
): Refused {
	return { status, body: refusal(code, message, violations) };
}
