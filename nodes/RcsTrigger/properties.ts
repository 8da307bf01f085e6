import type { INodeProperties } from 'n8n-workflow';
import { providerProperty, providersThat } from '../shared/providerForm';
import { eventsProperties } from './events.property';
import { optionsProperty } from './options.property';

export const properties: INodeProperties[] = [
	providerProperty(() => true),
	{
		displayName:
			"Enter the production webhook URL above and a long random secret in the provider's web interface, and the same secret in the field 'Webhook Secret' of the credential. While you build the workflow, enter the test URL instead.",
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
