import type { INodeProperties } from 'n8n-workflow';
import { providersThat } from '../shared/providerForm';

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Channel',
			name: 'channel',
			type: 'options',
			options: [
				{ name: 'Any', value: 'any' },
				{ name: 'MMS', value: 'mms' },
				{ name: 'RCS', value: 'rcs' },
				{ name: 'SMS', value: 'sms' },
				{ name: 'WhatsApp', value: 'whatsapp' },
			],
			default: 'any',
			description: 'Only events of this channel. Events that name none are kept.',
		},
		{
			displayName: 'Drop Duplicates',
			name: 'dropDuplicates',
			type: 'boolean',
			default: true,
			description:
				'Whether to start the workflow only once when a provider delivers the same event again within a day. Each n8n process remembers for itself and forgets at a restart; compare the eventId field where that is not enough.',
		},
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			options: [
				{
					name: 'Simplified',
					value: 'simplified',
					description: 'The same fields for every provider',
				},
				{
					name: 'With Raw',
					value: 'raw',
					description: "The provider's own data as well, in the field raw",
				},
			],
			default: 'simplified',
		},
		{
			displayName: 'Postback Data Starts With',
			name: 'postbackPrefix',
			type: 'string',
			default: '',
			placeholder: 'e.g. order:',
			description:
				'Only clicks and replies whose postback data starts with this. Other events are kept.',
		},
		{
			displayName: 'Register Webhook',
			name: 'register',
			type: 'boolean',
			default: true,
			description:
				'Whether to register the webhook URL at the provider by itself. If off, register it in the web interface of the provider and fill in the webhook fields of the credential.',
			displayOptions: {
				show: { '/provider': providersThat(({ webhook }) => webhook.subscriptions !== undefined) },
			},
		},
		{
			displayName: 'Sender',
			name: 'agent',
			type: 'string',
			default: '',
			placeholder: 'e.g. DemoShop',
			description: 'Only events of this sender. Events that name none are kept.',
		},
		{
			displayName: 'Verify Webhooks',
			name: 'verify',
			type: 'boolean',
			default: true,
			description:
				'Whether to refuse webhooks that do not prove that they come from the provider. If off, anyone who knows the URL can start this workflow with made-up events.',
		},
	],
};
