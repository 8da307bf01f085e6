import { type ProviderError, providerError } from '../../core/errors';
import type { HttpResponse } from '../../core/http';
import { asArray, asObject, parseJson } from '../../core/json';
import { classOf, errorOf, type Failure, failureIn, readFailure, unreadable } from './errors';

/** Why an answer refuses the request for the moment; of a composite, where nothing else is in the way. */
export function passing(response: HttpResponse): ProviderError | undefined {
	if (!isTaken(response)) {
		const error = errorOf(response);
		return error.retryable ? error : undefined;
	}
	if (parseJson(response.body) === undefined) return unreadable;
	const failures = failuresOfParts(response);
	const mayPass = failures.every((failure) => classOf(failure).then === 'retry');
	const [message] = failures.map(wordsOf);
	return message && mayPass ? providerError('provider', message) : undefined;
}

/** What the answer to a step refuses, in Salesforce's own words. */
export function refused(response: HttpResponse): string[] {
	if (isTaken(response)) return [...new Set(failuresOfParts(response).map(wordsOf))];
	const words = wordsOf(failureIn(parseJson(response.body)));
	return [words || `Salesforce answered HTTP ${response.status}`];
}

function isTaken({ status }: HttpResponse): boolean {
	return status >= 200 && status < 300;
}

/** A composite is a success as a whole, whatever became of its parts. */
function failuresOfParts({ body }: HttpResponse): Failure[] {
	return asArray(asObject(parseJson(body))['compositeResponse']).flatMap(failuresOfPart);
}

function failuresOfPart(part: unknown): Failure[] {
	return asArray(asObject(part)['body'])
		.flatMap((result) => {
			const { success, errors } = asObject(result);
			if (success === true) return [];
			return success === false ? asArray(errors) : [result];
		})
		.map(readFailure)
		.filter(({ code }) => !rolledBack.includes(code));
}

function wordsOf({ message, code }: Failure): string {
	return message || code;
}

/** What did not fail itself. */
const rolledBack: readonly string[] = ['PROCESSING_HALTED', 'ALL_OR_NONE_OPERATION_ROLLED_BACK'];
