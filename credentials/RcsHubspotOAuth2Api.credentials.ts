import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { HUBSPOT_API_VERSION } from '../connectors/hubspot/api';
import { addressProperties, hubspotAddress, hubspotTest } from './hubspotFields';

const scopes = [
	'oauth',
	'crm.objects.contacts.read',
	'crm.objects.contacts.write',
	'crm.schemas.contacts.read',
	'crm.schemas.contacts.write',
];

/** HubSpot refuses to connect an account whose edition has not what a scope is about. */
const eventScopes = [
	'analytics.behavioral_events.send',
	'behavioral_events.event_definitions.read_write',
];

export class RcsHubspotOAuth2Api implements ICredentialType {
	name = 'rcsHubspotOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'RCS: HubSpot OAuth2 API';

	documentationUrl = 'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/crm/hubspot.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Custom Events',
			name: 'customEvents',
			type: 'boolean',
			default: false,
			description:
				'Whether to ask for the scopes of custom events too. The account needs an Enterprise subscription, and the app these scopes.',
		},
		...addressProperties,
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: 'https://app.hubspot.com/oauth/authorize',
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{${hubspotAddress('$self')}}}/oauth/${HUBSPOT_API_VERSION}/token`,
			required: true,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: `=${scopes.join(' ')}{{$self["customEvents"] ? " ${eventScopes.join(' ')}" : ""}}`,
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

	test = hubspotTest;
}
