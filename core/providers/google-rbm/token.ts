import { type ProviderError, providerError, RcsError } from '../../errors';
import { expectOk, type HttpResponse } from '../../http';
import { asObject, asString, parseJson } from '../../json';
import { readPrivateKey } from '../../privateKey';
import { signedClaim } from '../../signedClaim';
import type { Call, Tokens } from '../../provider';
import type { Auth } from '../../settings';

const TOKEN_URL = 'https://oauth2.googleapis.com/token';
const SCOPE = 'https://www.googleapis.com/auth/rcsbusinessmessaging';
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The longest that Google lets a signed request be valid. */
const HOUR = 3600;

type ServiceAccount = Extract<Auth, { kind: 'serviceAccount' }>;

/**
 * An access token for a service account: a JWT signed with its key (RFC 7523). Source: "Using OAuth 2.0
 * for Server to Server Applications".
 *
 * @throws RcsError `configuration` for a key that cannot be read, `auth` when Google refuses it.
 */
export async function accessToken({ http, settings, now }: Call): Promise<Tokens> {
	const { auth } = settings;
	if (auth?.kind !== 'serviceAccount')
		throw new RcsError(
			providerError('configuration', 'Google RBM gives tokens to service accounts only'),
		);
	const url = auth.tokenUrl || TOKEN_URL;
	const response = await http({
		method: 'POST',
		url,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: GRANT_TYPE,
			assertion: claimOf(auth, url, now),
		}).toString(),
	});
	const token = asString(asObject(expectOk(response, readTokenFailure))['access_token']);
	if (!token) throw new RcsError(providerError('auth', 'Google answered without an access token'));
	return { accessToken: token };
}

function claimOf({ clientEmail, privateKey }: ServiceAccount, aud: string, now: Date): string {
	const iat = Math.floor(now.getTime() / 1000);
	const claims = { iss: clientEmail.trim(), scope: SCOPE, aud, iat, exp: iat + HOUR };
	return signedClaim(claims, readPrivateKey(privateKey));
}

const REFUSED =
	'Check that email and private key are from the same JSON key file, that the key was not deleted in the Google Cloud console, and that the clock of this machine is right.';

/** Reads `{error, error_description}` (RFC 6749 5.2), such as `invalid_grant`: `Invalid JWT Signature.` */
function readTokenFailure({ status, body }: HttpResponse): Partial<ProviderError> {
	const { error, error_description: description } = asObject(parseJson(body));
	const code = asString(error);
	if (!code) return {};
	const message = `Google gave no access token: ${asString(description) ?? code}`;
	return status < 500 && status !== 429
		? { category: 'auth', message, code, advice: REFUSED }
		: { message, code };
}
