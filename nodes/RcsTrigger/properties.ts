import type { INodeProperties } from 'n8n-workflow';
import { providerProperty, providersThat } from '../shared/account';
import { eventsProperties } from './events.property';
import { optionsProperty } from './options.property';

export const properties: INodeProperties[] = [
	providerProperty(() => true),
	{
		displayName:
			"Copy the production webhook URL above into the provider's web interface, and the secret it gives you into the field 'Webhook Secret' of the credential. Use the test URL in the same way while you build the workflow.",
		name: 'webhookNotice',
		type: 'notice',
		default: '',
		displayOptions: {
			show: { provider: providersThat(({ webhook }) => webhook.subscriptions === undefined) },
		},
	},
	...eventsProperties(),
	optionsProperty,
];
