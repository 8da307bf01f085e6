import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { seven } from '../core/providers/seven';
import { authorized } from './authorized';

export class RcsSevenApi implements ICredentialType {
	name = 'rcsSevenApi';

	displayName = 'RCS: seven.io API';

	documentationUrl =
		'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/providers/seven.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://gateway.seven.io/api',
			required: true,
			description: 'With /api at its end',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'API Key', value: 'apiKey' },
				{ name: 'Bearer Token', value: 'bearer' },
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
			description: 'The seven.io dashboard shows it under Developer, API Keys',
			displayOptions: { show: { authentication: ['apiKey'] } },
		},
		{
			displayName: 'Bearer Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'An OAuth access token of seven.io',
			displayOptions: { show: { authentication: ['bearer'] } },
		},
		{
			displayName: 'Default Agent ID',
			name: 'agent',
			type: 'string',
			default: '',
			placeholder: 'e.g. DemoCafe',
			description:
				'The agent that messages come from when a node names none. When this is empty too, seven.io takes the first that can send RCS.',
		},
		{
			displayName: 'Rich Content',
			name: 'richContent',
			type: 'options',
			options: [
				{
					name: 'Best Guess',
					value: 'guess',
					description: "Cards, files and suggestions are written as Google's RCS objects",
				},
				{
					name: 'Raw Only',
					value: 'rawOnly',
					description: 'Nothing but plain text and raw content is sent',
				},
			],
			default: 'guess',
			description:
				'How cards, carousels, files and suggestions are written. The form that seven.io wants could not be checked: send one of each to yourself first.',
		},
		{
			displayName: 'Request Signing Key',
			name: 'requestSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Signs every request. Only if your account asks for signed requests.',
		},
		{
			displayName: 'Webhook Signing Key',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The signing key of your account, which signs webhooks (X-Signature)',
		},
		{
			displayName: 'Previous Webhook Signing Key',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Is accepted too, while you replace the key',
		},
		{
			displayName: 'Maximum Webhook Age (Seconds)',
			name: 'webhookMaxAge',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300,
			description: 'Webhooks that were signed longer ago are refused',
		},
		{
			displayName: 'Webhook Header Name',
			name: 'webhookHeaderName',
			type: 'string',
			default: '',
			placeholder: 'e.g. X-Webhook-Secret',
			description:
				'Only if you registered the webhook at seven.io by hand, with a header of its own',
		},
		{
			displayName: 'Webhook Header Value',
			name: 'webhookHeaderSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		},
	];

	authenticate: IAuthenticate = authorized(seven);

	/** A wrong key is answered with HTTP 200 and the code 900, so that only a list of agents is a success. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '/rcs/agents',
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'agents',
					value: undefined,
					message:
						'seven.io answered without the agents of the account. Check the key and the base URL.',
				},
			},
		],
	};
}
