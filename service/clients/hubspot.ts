import { Client } from '@hubspot/api-client';
import { providerError, RcsError } from '../../core/errors';
import type { Http, HttpRequest, HttpResponse } from '../../core/http';
import { asObject, asString, parseJson } from '../../core/json';
import { HUBSPOT_API_VERSION } from '../../connectors/hubspot/api';
import { inTime, lost } from './lost';
import type { HubspotAuth } from './settings';

/**
 * A transport over HubSpot's own client: `apiRequest`, because only that reaches date-versioned paths. Its
 * retries are not used: they never apply to `apiRequest`, and belong to the whole process.
 */
export function hubspotHttp(auth: HubspotAuth, baseUrl: string): Http {
	const client = new Client(auth.kind === 'bearer' ? { accessToken: auth.token } : {});
	if (auth.kind === 'bearer') return (request) => send(client, request);
	let signedIn: Promise<void> | undefined;
	const signIn = () => (signedIn ??= refresh(client, auth, baseUrl));
	return async (request) => {
		await signIn();
		const response = await send(client, request);
		if (response.status !== 401) return response;
		signedIn = undefined;
		await signIn();
		return send(client, request);
	};
}

async function send(client: Client, { method, url, headers = {}, body }: HttpRequest) {
	const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
	const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
	try {
		const answer = client.apiRequest({
			method,
			overlapUrl: url,
			headers: { Accept: 'application/json', ...json, ...headers },
			defaultJson: false,
			...(text === undefined ? {} : { body: text }),
		});
		return await inTime(answer.then(toResponse));
	} catch (error) {
		throw lost(url, error);
	}
}

/** Client.apiRequest gives what `fetch` gives. */
async function toResponse(response: Response): Promise<HttpResponse> {
	const headers = Object.fromEntries(response.headers.entries());
	return { status: response.status, headers, body: await response.text() };
}

type RefreshToken = Extract<HubspotAuth, { kind: 'oauth2' }>;

/** @throws RcsError `auth` when the app was taken off the account. */
async function refresh(client: Client, auth: RefreshToken, baseUrl: string): Promise<void> {
	const { clientId, clientSecret, refreshToken } = auth;
	const form = new URLSearchParams({
		grant_type: 'refresh_token',
		client_id: clientId,
		client_secret: clientSecret,
		refresh_token: refreshToken,
	});
	const { status, body } = await send(client, {
		method: 'POST',
		url: `${baseUrl}/oauth/${HUBSPOT_API_VERSION}/token`,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: form.toString(),
	});
	const answer = asObject(parseJson(body));
	const token = asString(answer['access_token']);
	if (status === 200 && token !== undefined) return client.setAccessToken(token);
	throw notSignedIn(asString(answer['message']) ?? `HubSpot answered HTTP ${status}`);
}

function notSignedIn(words: string): RcsError {
	const advice = 'Check client id, client secret and refresh token, or install the app again.';
	return new RcsError(providerError('auth', `HubSpot gave no access token: ${words}`, { advice }));
}
