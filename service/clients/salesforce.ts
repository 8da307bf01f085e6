import { Connection, OAuth2 } from 'jsforce';
import type { Http, HttpResponse } from '../../core/http';
import { bearerClaim } from '../../connectors/salesforce/bearerClaim';
import { SALESFORCE_API_VERSION } from '../../connectors/salesforce/api';
import { lost } from './lost';
import { withSession } from './session';
import type { SalesforceAuth } from './settings';
import { accessTokenIn } from './signIn';
import { TIMEOUT_MS, wireOf } from './wire';
import { Witness } from './witness';

/**
 * A transport over jsforce, which sends with the session. With an app it signs in by itself; jsforce's
 * own renewal would hide why Salesforce refused it. `baseUrl` is the address of the org.
 */
export function salesforceHttp(
	auth: SalesforceAuth,
	baseUrl: string,
	now: () => number,
	timeoutMs = TIMEOUT_MS,
): Http {
	const about = { version: SALESFORCE_API_VERSION, instanceUrl: baseUrl };
	const connection = new Connection(
		auth.kind === 'bearer' ? { ...about, accessToken: auth.token } : about,
	);
	const send: Http = (request) => {
		const { method, url } = request;
		return answerTo(url, timeoutMs, (transport) =>
			connection.request({ method, url, ...wireOf(request) }, { transport }),
		);
	};
	if (auth.kind === 'bearer') return send;
	return withSession(send, async () => {
		connection.accessToken = await signIn(auth, baseUrl, now(), timeoutMs);
	});
}

/** What Salesforce answered to a request of jsforce, whatever jsforce makes of it. */
async function answerTo(
	url: string,
	timeoutMs: number,
	ask: (transport: Witness) => Promise<unknown>,
): Promise<HttpResponse> {
	const witness = new Witness(timeoutMs);
	try {
		await ask(witness);
	} catch (error) {
		if (!witness.answer) throw lost(url, error);
	}
	if (witness.answer) return witness.answer;
	throw lost(url, undefined);
}

/** A new token of an app, or the one there is. @throws RcsError */
export async function salesforceToken(
	auth: SalesforceAuth,
	baseUrl: string,
	now: number,
	timeoutMs: number,
): Promise<string> {
	return auth.kind === 'bearer' ? auth.token : signIn(auth, baseUrl, now, timeoutMs);
}

type App = Exclude<SalesforceAuth, { kind: 'bearer' }>;

async function signIn(auth: App, baseUrl: string, now: number, timeoutMs: number): Promise<string> {
	const { clientId } = auth;
	const app = 'clientSecret' in auth ? { clientId, clientSecret: auth.clientSecret } : { clientId };
	const { grant, advice, secrets } = grantOf(auth, baseUrl, now);
	const response = await answerTo(baseUrl, timeoutMs, (transport) => {
		const oauth2 = new OAuth2({ ...app, loginUrl: baseUrl });
		oauth2._transport = transport;
		return oauth2.requestToken(grant);
	});
	return accessTokenIn(response, { crm: 'Salesforce', advice, secrets });
}

interface Grant {
	grant: Record<string, string> & { grant_type: string };
	/** What helps when it is refused. */
	advice: string;
	/** What no error may repeat. */
	secrets: string[];
}

function grantOf(auth: App, baseUrl: string, now: number): Grant {
	switch (auth.kind) {
		case 'oauth2':
			return {
				grant: { grant_type: 'refresh_token', refresh_token: auth.refreshToken },
				advice: 'Check client id, client secret and refresh token, or sign in to the app again.',
				secrets: [auth.clientSecret, auth.refreshToken],
			};
		case 'clientCredentials':
			return {
				grant: { grant_type: 'client_credentials' },
				advice:
					'Check client id, client secret and the address of the org, and that the app has the client credentials flow and a user to run as.',
				secrets: [auth.clientSecret],
			};
		case 'jwt': {
			const grant = bearerClaim({ audience: baseUrl, ...auth }, now);
			return {
				grant,
				advice:
					'Check client id, user name, private key and the address of the org, and that the user may use the app.',
				secrets: [auth.privateKey, grant.assertion],
			};
		}
	}
}
