import { type ProviderError, providerError, RcsError } from '../../core/errors';
import type { HttpResponse } from '../../core/http';
import { asObject, isObject, type JsonObject, parseJson } from '../../core/json';
import type { CrmSettings } from '../crm';
import { errorOf } from './errors';
import { readRowFailure } from './failure';

/** The JSON of an answer to a question. @throws RcsError when HubSpot refused it, or answered with something else. */
export function answerOf(response: HttpResponse, settings: CrmSettings): JsonObject {
	const answer = parseJson(response.body);
	if (isTaken(response) && isObject(answer)) return answer;
	throw new RcsError(isTaken(response) ? unreadable : errorOf(response, settings));
}

function isTaken({ status }: HttpResponse): boolean {
	return status >= 200 && status < 300;
}

/** It may have been cut off on its way. */
const unreadable = providerError(
	'configuration',
	"The server answered with something that is not HubSpot's API",
	{ advice: 'Check the base URL.', retryable: true },
);

/** Why an answer refuses a request for the moment; nothing, where it does not. */
export function passing(response: HttpResponse, settings: CrmSettings): ProviderError | undefined {
	if (isTaken(response)) return isObject(parseJson(response.body)) ? undefined : unreadable;
	const error = errorOf(response, settings);
	return error.retryable ? error : undefined;
}

/**
 * The records of an answer, without those that do not exist. A record that was asked for and neither is
 * in the answer nor said not to exist could be made a second time, so that is an error.
 *
 * @throws RcsError
 */
export function resultsOf(response: HttpResponse, settings: CrmSettings): readonly unknown[] {
	const { results, errors } = answerOf(response, settings);
	const refused = (Array.isArray(errors) ? errors : [])
		.filter((error) => asObject(error)['category'] !== 'OBJECT_NOT_FOUND')
		.map(readRowFailure);
	if (Array.isArray(results) && refused.length === 0) return results;
	const [message = 'HubSpot answered without any results'] = refused.map((one) => one.message);
	throw new RcsError(providerError('provider', message));
}

/** The records of several answers to one question. @throws RcsError */
export function resultsIn(answers: readonly HttpResponse[], settings: CrmSettings): JsonObject[] {
	return answers.flatMap((answer) => resultsOf(answer, settings)).map(asObject);
}
