import { type ErrorCategory, type ProviderError, providerError } from '../../errors';
import type { HttpResponse } from '../../http';
import { asArray, asObject, asString, defined, lookUp, parseJson } from '../../json';

/** The words of an error body: `{error: {code, message, details: [{field, description}]}}`. */
export function readFailure({ body }: HttpResponse): Partial<ProviderError> {
	return readError(asObject(parseJson(body))['error']);
}

/**
 * What `FAILED` stands for. The guide does not describe its `error`; a code is read as the HTTP status
 * it is in this style of API. Without one the device is the reason, as the guide says of most failures.
 */
export function failedState(error: unknown): ProviderError {
	const { message = 'The provider could not deliver the message', ...known } = readError(error);
	return providerError(lookUp(codes, known.code) ?? 'notReachable', message, known);
}

const codes: Readonly<Record<string, ErrorCategory>> = {
	400: 'validation',
	401: 'auth',
	403: 'permission',
	404: 'notReachable',
	429: 'rateLimit',
	500: 'provider',
	503: 'provider',
};

function readError(error: unknown): Pick<Partial<ProviderError>, 'message' | 'code' | 'problems'> {
	const { message, code, details } = asObject(error);
	const problems = asArray(details).flatMap(readDetail);
	const words = asString(message) ?? asString(error);
	const more = problems.map((problem) => problem.message).join('; ');
	return defined({
		message: words && more ? `${words}: ${more}` : words,
		code: asString(code),
		problems: problems.length > 0 ? problems : undefined,
	});
}

function readDetail(detail: unknown): { path: string; message: string }[] {
	const { field, description } = asObject(detail);
	const [path, what] = [asString(field), asString(description)];
	return path && what ? [{ path, message: `${path} ${what}` }] : [];
}
