import { Client } from '@hubspot/api-client';
import { Request } from '@hubspot/api-client/lib/src/services/http/Request';
import type { Http, HttpRequest, HttpResponse } from '../../core/http';
import { HUBSPOT_API_VERSION } from '../../connectors/hubspot/api';
import { lost } from './lost';
import { withSession } from './session';
import type { HubspotAuth } from './settings';
import { accessTokenIn } from './signIn';
import { fetchOnce, TIMEOUT_MS, toResponse, wireOf } from './wire';

/**
 * A transport over HubSpot's own client: `apiRequest`, because only that reaches date-versioned paths.
 * With an app it signs in by itself.
 */
export function hubspotHttp(auth: HubspotAuth, baseUrl: string, timeoutMs = TIMEOUT_MS): Http {
	const client = new OneTryClient(timeoutMs);
	const send: Http = (request) => sendBy(client, request);
	if (auth.kind === 'oauth2')
		return withSession(send, async () => {
			client.setAccessToken(await signIn(auth, baseUrl, timeoutMs));
		});
	client.setAccessToken(auth.token);
	return send;
}

/** HubSpot's client with a last step of ours. */
class OneTryClient extends Client {
	constructor(private readonly timeoutMs: number) {
		super();
	}

	override apiRequest(options: Parameters<Client['apiRequest']>[0]): Promise<Response> {
		const request = new Request(this.config, options);
		return fetchOnce(request.getUrl(), request.getSendData(), this.timeoutMs);
	}
}

async function sendBy(client: Client, request: HttpRequest): Promise<HttpResponse> {
	const { method, url } = request;
	try {
		const response = await client.apiRequest({
			...{ method, overlapUrl: url, defaultJson: false },
			...wireOf(request),
		});
		return await toResponse(response);
	} catch (error) {
		throw lost(url, error);
	}
}

type RefreshToken = Extract<HubspotAuth, { kind: 'oauth2' }>;

/** A new access token. It is asked for without the old one. */
async function signIn(auth: RefreshToken, baseUrl: string, timeoutMs: number): Promise<string> {
	const { clientId, clientSecret, refreshToken } = auth;
	const form = new URLSearchParams({
		grant_type: 'refresh_token',
		client_id: clientId,
		client_secret: clientSecret,
		refresh_token: refreshToken,
	});
	const response = await sendBy(new OneTryClient(timeoutMs), {
		method: 'POST',
		url: `${baseUrl}/oauth/${HUBSPOT_API_VERSION}/token`,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: form.toString(),
	});
	const advice = 'Check client id, client secret and refresh token, or install the app again.';
	return accessTokenIn(response, {
		...{ crm: 'HubSpot', advice, secrets: [clientSecret, refreshToken] },
	});
}
