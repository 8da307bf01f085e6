import { providerError, RcsError } from '../../core/errors';
import { failureOf, type HttpResponse } from '../../core/http';
import { asObject, asString, defined, parseJson } from '../../core/json';

/** Answers of a token endpoint that are about who asks. */
const refusals: readonly number[] = [400, 401, 403];

/**
 * The access token of an answer to a sign-in.
 *
 * @throws RcsError `auth`, with the CRM's own words, when it refused; of any other failure its own category.
 */
export function accessTokenIn(
	response: HttpResponse,
	{ crm, advice, secrets }: { crm: string; advice: string; secrets: readonly string[] },
): string {
	const answer = asObject(parseJson(response.body));
	if (response.status === 200) {
		const token = asString(answer['access_token']);
		if (token !== undefined) return token;
		const words = `What answered the sign-in is not ${crm}'s API`;
		throw new RcsError(providerError('configuration', words, { advice: 'Check the base URL.' }));
	}
	const code = asString(answer['error']);
	const said = asString(answer['error_description']) ?? asString(answer['message']) ?? code;
	const message = said && `${crm} gave no access token: ${without(secrets, said)}`;
	const refused = refusals.includes(response.status) ? { category: 'auth' as const, advice } : {};
	throw new RcsError(failureOf(response, () => ({ ...defined({ message, code }), ...refused })));
}

/** Servers quote what they refuse. */
function without(secrets: readonly string[], text: string): string {
	return secrets.reduce((left, secret) => left.replaceAll(secret, '***'), text);
}
