import type { CrmId } from '../../connectors';
import type { Http } from '../../core/http';
import { demoApp, INTEGRATION_USER } from '../../sandbox/crm/salesforce/account';
import { hubspotHttp } from '../../service/clients/hubspot';
import { salesforceHttp } from '../../service/clients/salesforce';
import type { HubspotAuth, SalesforceAuth } from '../../service/clients/settings';

/** The transports over the CRMs' own SDKs, so that one test is about both. */

export const hubspotApp = {
	kind: 'oauth2',
	clientId: 'sandbox-hubspot-client',
	clientSecret: 'sandbox-hubspot-client-secret',
	refreshToken: 'sandbox-hubspot-refresh-token',
} as const satisfies HubspotAuth;

const { clientId, clientSecret, refreshToken, privateKey } = demoApp;

export const salesforceApps = {
	clientCredentials: { kind: 'clientCredentials', clientId, clientSecret },
	oauth2: { kind: 'oauth2', clientId, clientSecret, refreshToken },
	jwt: { kind: 'jwt', clientId, username: INTEGRATION_USER.username, privateKey },
} as const satisfies Record<string, SalesforceAuth>;

interface Transport {
	id: CrmId;
	/** With a token that is good until somebody takes it back. */
	withToken(baseUrl: string, token: string, timeoutMs?: number): Http;
	/** With an app that gets its tokens itself; `secret` instead of the right one. */
	withApp(baseUrl: string, secret?: string, timeoutMs?: number): Http;
	tokenPath: string;
	/** A question that needs a session and changes nothing. */
	question: string;
}

export const transports: readonly Transport[] = [
	{
		id: 'hubspot',
		withToken: (baseUrl, token, timeoutMs) =>
			hubspotHttp({ kind: 'bearer', token }, baseUrl, timeoutMs),
		withApp: (baseUrl, secret = hubspotApp.clientSecret, timeoutMs) =>
			hubspotHttp({ ...hubspotApp, clientSecret: secret }, baseUrl, timeoutMs),
		tokenPath: '/oauth/2026-09/token',
		question: '/crm/properties/2026-09/contacts',
	},
	{
		id: 'salesforce',
		withToken: (baseUrl, token, timeoutMs) =>
			salesforceHttp({ kind: 'bearer', token }, baseUrl, Date.now, timeoutMs),
		withApp: (baseUrl, secret = clientSecret, timeoutMs) =>
			salesforceHttp(
				{ ...salesforceApps.clientCredentials, clientSecret: secret },
				baseUrl,
				Date.now,
				timeoutMs,
			),
		tokenPath: '/services/oauth2/token',
		question: '/services/data/v66.0/limits',
	},
];
