import type {
	IAuthenticate,
	IAuthenticateRuleResponseCode,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { bearer } from './authorized';

/** The guide names no request that only asks, so a service may not know the one that tests. */
const unknownRequest = (value: 404 | 405): IAuthenticateRuleResponseCode => ({
	type: 'responseCode',
	properties: {
		value,
		message: `The server answered HTTP ${value} to GET /v1/messages, which not every service has, so the token could not be tested. If the base URL is right, save the credential and send a message.`,
	},
});

export class RcsConversationApi implements ICredentialType {
	name = 'rcsConversationApi';

	displayName = 'RCS: Conversation API';

	documentationUrl =
		'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/providers/conversation.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://rcs.example.com',
			description:
				'The address before /v1/messages. The test of this credential sends GET /v1/messages, which the guide does not describe: a service without it answers 404 or 405, and still works.',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'bearer',
		},
		{
			displayName: 'API Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The secret that signs webhooks (X-Signature). RCS Trigger needs it.',
		},
		{
			displayName: 'Previous Webhook Secret',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Is accepted too, while you replace the secret',
		},
		{
			displayName: 'Maximum Webhook Age (Seconds)',
			name: 'webhookMaxAge',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 86400,
			description:
				'Webhooks about older events are refused, so that a recorded one cannot be replayed. 0 accepts any age.',
		},
	];

	authenticate: IAuthenticate = bearer('token');

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/v1/messages' },
		rules: [unknownRequest(404), unknownRequest(405)],
	};
}
