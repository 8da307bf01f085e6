import { type ProviderError, providerError, RcsError } from '../../core/errors';
import { failureOf, type HttpResponse } from '../../core/http';
import { asArray, asObject, asString, defined, parseJson } from '../../core/json';
import { byStatus, classes, type ErrorClass, otherAnswer, refusedData } from './errorClasses';

/** What Salesforce says of a refusal: of a row (`statusCode`) or of a request (`errorCode`). */
export interface Failure {
	code: string;
	message: string;
	fields: string[];
}

export function classOf({ code, message }: Failure, status = 200): ErrorClass {
	const words = `${code} ${message}`;
	const found = classes.find(
		({ codes, says }) => (codes?.includes(code) ?? true) && (says?.test(words) ?? true),
	);
	if (found) return found;
	const [, statusClass] = byStatus.find(([matches]) => matches(status)) ?? [];
	return statusClass ?? (code === '' ? otherAnswer : refusedData);
}

/** One error of Salesforce's lists. */
export function readFailure(error: unknown): Failure {
	const { statusCode, errorCode, message, fields } = asObject(error);
	return {
		code: asString(statusCode) ?? asString(errorCode) ?? '',
		message: asString(message) ?? '',
		fields: asArray(fields).flatMap((name) => asString(name) ?? []),
	};
}

/** The first error of an answer: a list of them, or the one of the OAuth server. */
export function failureIn(body: unknown): Failure {
	const [first] = asArray(body);
	if (first !== undefined) return readFailure(first);
	const { error, error_description: description } = asObject(body);
	return { code: asString(error) ?? '', message: asString(description) ?? '', fields: [] };
}

/** The JSON of an answer to a question. @throws RcsError for every other answer. */
export function answerOf(response: HttpResponse): unknown {
	const body = parseJson(response.body);
	if (response.status < 200 || response.status > 299) throw new RcsError(errorOf(response));
	if (body !== undefined) return body;
	throw new RcsError(unreadable);
}

/** It may have been cut off on its way. */
export const unreadable = providerError(
	'configuration',
	"The server answered with something that is not Salesforce's API",
	{ advice: 'Check the base URL.', retryable: true },
);

export function errorOf(response: HttpResponse): ProviderError {
	const failure = failureIn(parseJson(response.body));
	const { then, category, advice } = classOf(failure, response.status);
	return failureOf(response, () =>
		defined({
			category,
			retryable: then === 'retry',
			message: failure.message || undefined,
			code: failure.code || undefined,
			advice,
		}),
	);
}
