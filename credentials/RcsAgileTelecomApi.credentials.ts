import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { agileTelecom } from '../core/providers/agile-telecom';
import { authorized } from './authorized';

export class RcsAgileTelecomApi implements ICredentialType {
	name = 'rcsAgileTelecomApi';

	displayName = 'RCS: Agile Telecom API';

	documentationUrl =
		'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/providers/agile-telecom.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://lora-api.agiletelecom.com',
			required: true,
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'API Key', value: 'apiKey' },
				{ name: 'Basic', value: 'basic' },
			],
			default: 'apiKey',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The Qlara dashboard shows it under Account Settings, API Keys',
			displayOptions: { show: { authentication: ['apiKey'] } },
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['basic'] } },
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['basic'] } },
		},
		{
			displayName: 'Default Agent ID',
			name: 'agent',
			type: 'string',
			default: '',
			placeholder: 'e.g. 10',
			description:
				'The number of the RCS agent that messages come from when a node names none. Every message needs one.',
		},
		{
			displayName: 'Default SMS Sender',
			name: 'smsSender',
			type: 'string',
			default: '',
			placeholder: 'e.g. DEMOSHOP',
			description: 'Who a fallback SMS comes from when the node names nobody',
		},
		{
			displayName: 'Body Style',
			name: 'bodyStyle',
			type: 'options',
			options: [
				{ name: 'Flat', value: 'flat', description: 'As the RCS guide has it' },
				{ name: 'Nested', value: 'nested', description: 'As the Postman collection has it' },
			],
			default: 'flat',
			description:
				'How content is written: the documents show two forms. If messages are refused with HTTP 400 or 422, try the other one.',
		},
		{
			displayName:
				'Agile Telecom signs no webhooks. End the webhook URL that you enter there with ?token= and a long random value, and enter the same value here.',
			name: 'webhookNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Webhook URL Token',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The value of the token parameter of the webhook URL',
		},
		{
			displayName: 'Previous Webhook URL Token',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Is accepted too, while you replace the token',
		},
		{
			displayName: 'Webhook Username',
			name: 'webhookUsername',
			type: 'string',
			default: '',
			description: 'Only if webhooks come with Basic authentication',
		},
		{
			displayName: 'Webhook Password',
			name: 'webhookPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Webhook Header Name',
			name: 'webhookHeaderName',
			type: 'string',
			default: '',
			placeholder: 'e.g. X-Webhook-Secret',
			description: 'Only if webhooks come with a header of their own, e.g. from a proxy of yours',
		},
		{
			displayName: 'Webhook Header Value',
			name: 'webhookHeaderSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		},
	];

	authenticate: IAuthenticate = authorized(agileTelecom);

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/api/partner-gateway/v1/contacts' },
	};
}
