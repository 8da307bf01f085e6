import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { bearerClaim } from '../connectors/salesforce/bearerClaim';
import { type ProviderError, providerError, RcsError } from '../core/errors';
import { expectOk, type Http, type HttpResponse } from '../core/http';
import { asObject, asString, parseJson } from '../core/json';
import { salesforceBaseUrl } from './salesforceFields';

/**
 * Buys an access token by the JWT bearer flow. @throws RcsError `configuration` for a key that cannot
 * be read, `auth` when Salesforce refuses it, in its own words.
 */
export async function salesforceToken(
	http: Http,
	credentials: ICredentialDataDecryptedObject,
	now: number,
): Promise<{ accessToken: string }> {
	const text = (name: string) => asString(credentials[name])?.trim() ?? '';
	const baseUrl = salesforceBaseUrl(credentials);
	const claim = bearerClaim(
		{
			clientId: text('clientId'),
			username: text('username'),
			privateKey: text('privateKey'),
			audience: text('audience') || baseUrl,
		},
		now,
	);
	const response = await http({
		method: 'POST',
		url: `${baseUrl}/services/oauth2/token`,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(claim).toString(),
	});
	const token = asString(asObject(expectOk(response, readRefusal))['access_token']);
	if (token) return { accessToken: token };
	const message = 'Salesforce answered without an access token';
	throw new RcsError(providerError('auth', message, { advice: WRONG_ADDRESS }));
}

const WRONG_ADDRESS =
	"Check 'My Domain URL': what answers there is not the token endpoint of a Salesforce org.";

const REFUSED =
	"Check the consumer key and the username, that the app has the certificate of this private key and lets this user in (pre-authorized), that 'Audience' is right, and that the clock of this machine is right.";

/** Reads `{error, error_description}`, such as `invalid_grant`: `user hasn't approved this consumer`. */
function readRefusal({ status, body }: HttpResponse): Partial<ProviderError> {
	const { error, error_description: description } = asObject(parseJson(body));
	const code = asString(error);
	// Another server says other things, and is told by its status.
	if (!code || ![400, 401, 403].includes(status)) return {};
	const message = `Salesforce gave no access token: ${asString(description) ?? code}`;
	return { category: 'auth', message, code, advice: REFUSED };
}
