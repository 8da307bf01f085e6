import type { IAuthenticate, ICredentialType, INodeProperties } from 'n8n-workflow';
import { bearer } from './authorized';
import { addressProperties, hubspotTest } from './hubspotFields';

export class RcsHubspotApi implements ICredentialType {
	name = 'rcsHubspotApi';

	displayName = 'RCS: HubSpot API';

	documentationUrl = 'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/crm/hubspot.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Service Key',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. pat-eu1-...',
			description:
				'From Settings → Integrations → Service Keys, with the scopes of the documentation. The access token of a private app works too.',
		},
		...addressProperties,
	];

	authenticate: IAuthenticate = bearer('token');

	test = hubspotTest;
}
