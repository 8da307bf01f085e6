import { Connection } from 'jsforce';
import { Transport } from 'jsforce/lib/transport';
import { providerError, RcsError } from '../../core/errors';
import type { Http, HttpRequest, HttpResponse } from '../../core/http';
import { bearerClaim } from '../../connectors/salesforce/bearerClaim';
import { SALESFORCE_API_VERSION } from '../../connectors/salesforce/api';

import { lost, TIMEOUT_MS } from './lost';
import type { SalesforceAuth } from './settings';

/** jsforce's own retries of questions would hide from us what Salesforce answered. */
const oneTry = { retry: { methods: [] }, timeout: TIMEOUT_MS };

/**
 * A transport over jsforce: it signs in, sends with the session, and signs in again when the session has
 * ended. `baseUrl` is the address of the org.
 */
export function salesforceHttp(auth: SalesforceAuth, baseUrl: string, now: () => number): Http {
	const connection = connect(auth, baseUrl, now);
	return async ({ method, url, headers = {}, body }: HttpRequest): Promise<HttpResponse> => {
		const witness = new Witness();
		const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
		const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
		const request = {
			method,
			url,
			headers: { Accept: 'application/json', ...json, ...headers },
			...(text === undefined ? {} : { body: text }),
		};
		const options = { ...oneTry, transport: witness };
		try {
			await connection.request(request, options);
		} catch (error) {
			if (error instanceof RcsError) throw error;
			if (!witness.answer) throw lost(url, error);
		}
		if (!witness.answer) throw lost(url, undefined);
		const { statusCode, headers: answered, body: answer } = witness.answer;
		return { status: statusCode, headers: answered, body: answer };
	};
}

type Answer = Awaited<ReturnType<Transport['httpRequest']>>;

/** Keeps the last answer as it came: `request` parses bodies and throws away the status. */
class Witness extends Transport {
	answer: Answer | undefined;

	override httpRequest(...parameters: Parameters<Transport['httpRequest']>) {
		const sent = super.httpRequest(...parameters);
		this.answer = undefined;
		void sent.then(
			(answer) => (this.answer = answer),
			() => undefined,
		);
		return sent;
	}
}

function connect(auth: SalesforceAuth, baseUrl: string, now: () => number): Connection {
	const about = { version: SALESFORCE_API_VERSION, instanceUrl: baseUrl };
	if (auth.kind === 'bearer') return new Connection({ ...about, accessToken: auth.token });
	const { clientId } = auth;
	const app = 'clientSecret' in auth ? { clientId, clientSecret: auth.clientSecret } : { clientId };
	return new Connection({
		...about,
		oauth2: { ...app, loginUrl: baseUrl },
		refreshFn: (connection, callback) => {
			connection.oauth2
				.requestToken(grantOf(auth, baseUrl, now))
				.then(({ access_token }) => callback(null, access_token))
				.catch((error: unknown) => callback(notSignedIn(error)));
		},
	});
}

type Grant = Exclude<SalesforceAuth, { kind: 'bearer' }>;

function grantOf(
	auth: Grant,
	baseUrl: string,
	now: () => number,
): Record<string, string> & { grant_type: string } {
	switch (auth.kind) {
		case 'oauth2':
			return { grant_type: 'refresh_token', refresh_token: auth.refreshToken };
		case 'clientCredentials':
			return { grant_type: 'client_credentials' };
		case 'jwt':
			return bearerClaim({ audience: baseUrl, ...auth }, now());
	}
}

function notSignedIn(error: unknown): RcsError {
	const words = error instanceof Error ? error.message : String(error);
	const advice = 'Check the app, its user and the address of the org.';
	return new RcsError(
		providerError('auth', `Salesforce gave no access token: ${words}`, { advice }),
	);
}
