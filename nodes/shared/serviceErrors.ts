import { type ErrorCategory, errorCategories, type ProviderError } from '../../core/errors';
import { failureOf, type HttpResponse } from '../../core/http';
import { asArray, asObject, asString, defined, parseJson } from '../../core/json';
import type { Problem } from '../../core/message/problem';

export const SERVICE = 'the Connector Service';

/** The same at the beginning of a sentence. */
export const SERVICE_FIRST = 'The Connector Service';

const NOT_THE_SERVICE = `Check the base URL of the credential 'RCS: Connector Service API': what answers there is not ${SERVICE}.`;

/** Every request of ours has its place in the service; where it has none, it is another one, or an older. */
const notHere: Partial<ProviderError> = { category: 'configuration', advice: NOT_THE_SERVICE };

/** What to do, where the service does not say it. */
const advice: Readonly<Partial<Record<ErrorCategory, string>>> = {
	auth: "Open the credential 'RCS: Connector Service API' and enter a token that is in the configuration of the service.",
	permission:
		'In the configuration of the service, give this token what this needs: `consent` for consent, `send` for the send gate, `events` for RCS Trigger, and `page` for figures.',
	configuration: NOT_THE_SERVICE,
	network:
		'Start the service with `rcs-connectors serve`, and check the base URL of the credential. Inside a container, localhost is the container itself.',
	provider: 'Look at the log of the service and at its page; it may also just be starting.',
	rateLimit: 'Run the node again later.',
};

/** The error of an answer that is no success, in the service's own words where it has some. */
export function serviceFailure(response: HttpResponse): ProviderError {
	const own = response.status === 404 ? notHere : readWords(response);
	const error = failureOf(response, () => own);
	const message = own.message ?? `${SERVICE_FIRST} answered with HTTP ${response.status}`;
	return { ...inServiceWords(error), ...own, message };
}

/** The error of what is a success by its status, and no answer of the service. */
export function strangeAnswer(): ProviderError {
	const message = `The server answered with something that is not the API of ${SERVICE}`;
	return { category: 'configuration', retryable: false, message, advice: NOT_THE_SERVICE };
}

/** The error with advice about the service. */
export function inServiceWords(error: ProviderError): ProviderError {
	return { ...error, advice: advice[error.category] ?? error.advice };
}

function readWords({ body }: HttpResponse): Partial<ProviderError> {
	const { category, message, advice: own, problems } = asObject(asObject(parseJson(body))['error']);
	const list = asArray(problems).flatMap(readProblem);
	return defined({
		category: errorCategories.find((known) => known === category),
		message: asString(message),
		advice: asString(own),
		problems: list.length > 0 ? list : undefined,
	});
}

function readProblem(json: unknown): Problem[] {
	const { path, message } = asObject(json);
	return typeof message === 'string' ? [{ path: asString(path) ?? '', message }] : [];
}
