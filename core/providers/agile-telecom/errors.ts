import type { ProviderError } from '../../errors';
import type { HttpResponse } from '../../http';
import { asArray, asNumber, asObject, asString, defined, lookUp, parseJson } from '../../json';
import type { Problem } from '../../message/problem';

/** What a person can do, by HTTP status. Source: "Error codes" of the RCS guide, "Rate limits". */
const advices: Readonly<Record<string, string>> = {
	400: "Check the phone number, the agent ID and the content. If they are right, change 'Body Style' in the credential: the documents show two forms of the content, and an account may take only one.",
	401: 'Open the credential and check the API key, or the username and password.',
	403: 'Ask Agile Telecom to allow the IP address of this server and this account to use RCS: the key is known, but the address is not on the list or the agent is not yours.',
	422: "The request can be read, but makes no sense to Agile Telecom. Check the texts, web addresses and times of the message; if they are right, change 'Body Style' in the credential.",
	429: 'Set "Messages per Second" in the options lower: a production account may make 1,000 requests a minute and 50 a second, a trial account 100 and 10.',
	500: 'Try again later. If it stays, ask the support of Agile Telecom.',
};

const NO_SUCH_NAME =
	'The agent or the template does not exist in this account: check the agent ID and the template ID.';

/** Reads `{status, error, message, retryAfter}`; a 404 without words is a wrong address. */
export function readFailure({ status, body }: HttpResponse): Partial<ProviderError> {
	const answer = asObject(parseJson(body));
	const words = asString(answer['message']) ?? asString(answer['description']);
	const problems = asArray(answer['errors']).map(toProblem);
	const details = problems.map(({ message }) => message).join('; ');
	const wait = asNumber(answer['retryAfter']);
	return defined({
		message: words && `Agile Telecom: ${words}${details ? ` (${details})` : ''}`,
		advice: lookUp(advices, String(status)) ?? (status === 404 && words ? NO_SUCH_NAME : undefined),
		retryAfterMs: wait !== undefined && wait >= 0 ? Math.ceil(wait * 1000) : undefined,
		problems: problems.length > 0 ? problems : undefined,
	});
}

function toProblem(entry: unknown): Problem {
	const { field, message } = asObject(entry);
	const path = asString(field) ?? 'request';
	return { path, message: asString(entry) ?? `${path}: ${asString(message) ?? 'refused'}` };
}
