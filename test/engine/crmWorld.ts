import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { CrmId } from '../../connectors';
import type { CrmSettings } from '../../connectors/crm';
import { crms } from '../../connectors';
import { setUp } from '../../connectors/setUp';
import type { Http } from '../../core/http';
import { demoApp, INTEGRATION_USER } from '../../sandbox/crm/salesforce/account';
import { TestCredentials } from './credentials';

/** How nodes sign in to the CRMs of the sandbox. */
export type SignIn = 'key' | 'oAuth2' | 'clientCredentials';

type Fields = Record<string, unknown>;

const hubspotApp = {
	clientId: 'sandbox-hubspot-client',
	clientSecret: 'sandbox-hubspot-client-secret',
};

/** What a credential holds after somebody connected it, half an hour ago. */
const ended = (refresh_token: string) => ({
	oauthTokenData: { access_token: 'ended', refresh_token, token_type: 'bearer' },
});

const accounts: Record<CrmId, Partial<Record<SignIn, (url: string) => [string, Fields]>>> = {
	hubspot: {
		key: (baseUrl) => [
			'rcsHubspotApi',
			{ token: 'sandbox-hubspot-key', otherAddress: true, baseUrl },
		],
		oAuth2: (baseUrl) => [
			'rcsHubspotOAuth2Api',
			{
				...hubspotApp,
				...{ otherAddress: true, baseUrl },
				...ended('sandbox-hubspot-refresh-token'),
			},
		],
	},
	salesforce: {
		key: (myDomainUrl) => [
			'rcsSalesforceJwtApi',
			{
				myDomainUrl,
				clientId: demoApp.clientId,
				username: INTEGRATION_USER.username,
				privateKey: demoApp.privateKey,
			},
		],
		oAuth2: (myDomainUrl) => [
			'rcsSalesforceOAuth2Api',
			{
				myDomainUrl,
				clientId: demoApp.clientId,
				clientSecret: demoApp.clientSecret,
				...ended(demoApp.refreshToken),
			},
		],
		clientCredentials: (myDomainUrl) => [
			'rcsSalesforceOAuth2Api',
			{
				myDomainUrl,
				grantType: 'clientCredentials',
				clientId: demoApp.clientId,
				clientSecret: demoApp.clientSecret,
			},
		],
	},
};

/** A credential for a CRM of the sandbox, with other values for some of its fields. */
export function crmAccount(
	crm: CrmId,
	sandboxUrl: string,
	signIn: SignIn = 'key',
	more: Fields = {},
): TestCredentials {
	const [type, fields] = accounts[crm][signIn]?.(`${sandboxUrl}/${crm}`) ?? [];
	if (type === undefined) throw new Error(`${crm} knows no ${signIn}`);
	return new TestCredentials({ [type]: { ...fields, ...more } as ICredentialDataDecryptedObject });
}
