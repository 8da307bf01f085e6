import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { myDomainProperty, salesforceAddress, salesforceTest } from './salesforceFields';

export class RcsSalesforceOAuth2Api implements ICredentialType {
	name = 'rcsSalesforceOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'RCS: Salesforce OAuth2 API';

	documentationUrl =
		'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/crm/salesforce.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		myDomainProperty,
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Authorization Code',
					value: 'authorizationCode',
					description: 'Somebody signs in once, and the node works as this user',
				},
				{
					name: 'Authorization Code With PKCE',
					value: 'pkce',
					description: 'The same, for an app that requires Proof Key for Code Exchange',
				},
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description: 'Nobody signs in: the node works as the user the app runs as',
				},
			],
			default: 'pkce',
			description: 'How the app gets access, as it is set up in Salesforce',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{${salesforceAddress('$self')}}}/services/oauth2/authorize`,
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{${salesforceAddress('$self')}}}/services/oauth2/token`,
			required: true,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			// Salesforce takes no scope with client credentials: the app has them.
			default: '={{$self["grantType"] === "clientCredentials" ? "" : "api refresh_token"}}',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
	];

	test = salesforceTest;
}
