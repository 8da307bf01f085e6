import { type ErrorCategory, type ProviderError, providerError } from '../../errors';
import type { HttpResponse } from '../../http';
import { asArray, asObject, asString, defined, isObject, lookUp, parseJson } from '../../json';
import type { Problem } from '../../message/problem';
import { pick, pickString } from './read';

/**
 * What error codes mean. The guide lists the numbers, which are HTTP statuses; the words are what we
 * read besides, because it says that failures have a code, and not which.
 */
const categories: Readonly<Record<string, ErrorCategory>> = {
	'400': 'validation',
	'401': 'auth',
	'403': 'permission',
	'404': 'notFound',
	'429': 'rateLimit',
	'500': 'provider',
	INVALID_REQUEST: 'validation',
	INVALID_NUMBER: 'validation',
	NOT_REACHABLE: 'notReachable',
	BLOCKED: 'blocked',
	OPTED_OUT: 'optedOut',
	DUPLICATE_MESSAGE: 'duplicate',
	INVALID_TEMPLATE: 'template',
	MEDIA_ERROR: 'media',
	INSUFFICIENT_CREDIT: 'credit',
	RATE_LIMITED: 'rateLimit',
	EXPIRED: 'expired',
	INTERNAL_ERROR: 'provider',
};

interface Words {
	message: string | undefined;
	code: string | undefined;
	problems: Problem[];
}

/**
 * Reads `{error: {code, message, details[]}}`, `{error, error_description}` of OAuth 2,
 * `{code, message}` and `{message}`.
 */
export function readFailure({ body }: HttpResponse): Partial<ProviderError> {
	const { message, code, problems } = wordsOf(parseJson(body));
	return defined({
		message: message && withDetails(message, problems),
		code,
		// The numbers say what the HTTP status says, which core/http.ts reads.
		category: code && /^\d+$/.test(code) ? undefined : categoryOf(code),
		problems: problems.length > 0 ? problems : undefined,
	});
}

/** The error a message's own part of an answer or a webhook tells of. */
export function statedError(
	said: unknown,
	otherwise: { category: ErrorCategory; message: string },
): ProviderError {
	const { message = otherwise.message, code, problems } = wordsOf(said);
	return providerError(categoryOf(code) ?? otherwise.category, withDetails(message, problems), {
		...defined({ code, problems: problems.length > 0 ? problems : undefined }),
	});
}

function categoryOf(code: string | undefined): ErrorCategory | undefined {
	return lookUp(categories, code?.toUpperCase());
}

function wordsOf(said: unknown): Words {
	const whole = asObject(said);
	const error = whole['error'];
	const source = isObject(error) ? error : whole;
	const word = typeof error === 'string' ? error : undefined;
	return {
		message:
			pickString(source, 'message', 'error_message', 'error_description', 'reason') ??
			word ??
			(typeof said === 'string' ? asString(said) : undefined),
		code: pickString(source, 'code', 'error_code') ?? word,
		problems: asArray(pick(source, 'details', 'errors')).flatMap(toProblem),
	};
}

function toProblem(detail: unknown): Problem[] {
	const parts = asObject(detail);
	const message = asString(detail) ?? pickString(parts, 'message', 'description', 'reason');
	if (!message) return [];
	const path = pickString(parts, 'field', 'path', 'property') ?? 'request';
	return [{ path, message: path === 'request' ? message : `${path}: ${message}` }];
}

function withDetails(message: string, problems: readonly Problem[]): string {
	const details = problems.map((problem) => problem.message).join('; ');
	return details ? `${message} (${details})` : message;
}
