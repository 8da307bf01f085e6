import type {
	IAuthenticate,
	IAuthenticateRuleResponseCode,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { settingsFromFields } from '../core/fields';
import { restV1 } from '../core/providers/rest-v1';
import { fetchAccessToken } from './accessToken';
import { authorized } from './authorized';

/** A service may have its templates elsewhere, or none. */
const unknownRequest = (value: 404 | 405): IAuthenticateRuleResponseCode => ({
	type: 'responseCode',
	properties: {
		value,
		message: `The server answered HTTP ${value} to GET /v1/templates, so the key could not be tested. If the base URL is right and the service has its templates elsewhere, save the credential and send a message.`,
	},
});

export class RcsRestV1Api implements ICredentialType {
	name = 'rcsRestV1Api';

	displayName = 'RCS: REST V1 API';

	documentationUrl =
		'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/providers/rest-v1.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://rcs.example.com',
			description: 'The address before /v1/messages',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'API Key', value: 'apiKey' },
				{ name: 'OAuth2', value: 'oauth2' },
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
			displayOptions: { show: { authentication: ['apiKey'] } },
		},
		{
			displayName: 'API Key Header',
			name: 'keyHeader',
			type: 'string',
			default: 'Authorization',
			displayOptions: { show: { authentication: ['apiKey'] } },
		},
		{
			displayName: 'API Key Scheme',
			name: 'keyScheme',
			type: 'string',
			default: 'Bearer',
			description: 'The word before the key. Empty: the key stands alone.',
			displayOptions: { show: { authentication: ['apiKey'] } },
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['oauth2'] } },
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['oauth2'] } },
		},
		{
			displayName: 'Token Request',
			name: 'oauthGrant',
			type: 'options',
			options: [
				{ name: 'POST /v1/auth/login', value: 'login' },
				{ name: 'GET /v1/auth/token (Basic Authentication)', value: 'token' },
			],
			default: 'login',
			displayOptions: { show: { authentication: ['oauth2'] } },
		},
		{
			displayName: 'Scope',
			name: 'oauthScope',
			type: 'string',
			default: '',
			description: 'Only if the service asks for scopes; several are separated by spaces',
			displayOptions: { show: { authentication: ['oauth2'] } },
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Default Sender',
			name: 'agent',
			type: 'string',
			default: '',
			placeholder: 'e.g. DemoHub',
			description: 'The sender that messages come from when a node names none',
		},
		{
			displayName: 'Paths',
			name: 'paths',
			type: 'json',
			default: '{}',
			placeholder: '{ "send": "/v1/rcs/messages" }',
			description:
				'Only where the service has other paths than the guide. The documentation lists their names.',
		},
		{
			displayName: 'Field Mapping',
			name: 'fields',
			type: 'json',
			default: '{}',
			placeholder: '{ "to": "recipient.phone" }',
			description:
				'Only where the service names fields in another way. The documentation lists the fields and their defaults.',
		},
		{
			displayName: 'Keys in Content',
			name: 'contentKeys',
			type: 'options',
			options: [
				{ name: 'card_orientation', value: 'snake_case' },
				{ name: 'cardOrientation', value: 'camelCase' },
			],
			default: 'snake_case',
			description: 'How the service writes the parts of cards, files and suggestions',
		},
		{
			displayName:
				'RCS Trigger gives the service a new secret when it registers its webhook. Fill in the secrets below only for webhooks that you set up at the service yourself; the header and what follows it hold for both.',
			name: 'webhookNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The secret that signs webhooks',
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
			displayName: 'Webhook Signature Header',
			name: 'signatureHeader',
			type: 'string',
			default: 'X-Signature',
		},
		{
			displayName: 'Webhook Signature Algorithm',
			name: 'signatureAlgorithm',
			type: 'options',
			options: [
				{ name: 'HMAC-MD5', value: 'md5' },
				{ name: 'HMAC-SHA-1', value: 'sha1' },
				{ name: 'HMAC-SHA-224', value: 'sha224' },
				{ name: 'HMAC-SHA-256', value: 'sha256' },
				{ name: 'HMAC-SHA-384', value: 'sha384' },
				{ name: 'HMAC-SHA-512', value: 'sha512' },
			],
			default: 'sha256',
		},
		{
			displayName: 'Webhook Signature Encoding',
			name: 'signatureEncoding',
			type: 'options',
			options: [
				{ name: 'Base64', value: 'base64' },
				{ name: 'Hex', value: 'hex' },
			],
			default: 'hex',
		},
		{
			displayName: 'Webhook Signature Prefix',
			name: 'signaturePrefix',
			type: 'string',
			default: '',
			placeholder: 'e.g. sha256=',
			description: 'What stands before the signature in its header',
		},
		{
			displayName: 'Webhook Timestamp Header',
			name: 'signatureTimestampHeader',
			type: 'string',
			default: '',
			placeholder: 'e.g. X-Timestamp',
			description: 'Only if the service signs a time, a dot and the body instead of the body alone',
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

	/** n8n calls this when there is no token yet, or when a request was answered with 401, and keeps both tokens. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		if (credentials['authentication'] !== 'oauth2') return {};
		return fetchAccessToken(this, restV1, settingsFromFields(credentials, restV1));
	}

	authenticate: IAuthenticate = authorized(restV1);

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/v1/templates' },
		rules: [unknownRequest(404), unknownRequest(405)],
	};
}
