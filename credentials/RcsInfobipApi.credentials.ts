import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { settingsFromFields } from '../core/fields';
import { infobip } from '../core/providers/infobip';
import { authorized } from './authorized';
import { fetchAccessToken } from './accessToken';

export class RcsInfobipApi implements ICredentialType {
	name = 'rcsInfobipApi';

	displayName = 'RCS: Infobip API';

	documentationUrl =
		'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/providers/infobip.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://xxxxx.api.infobip.com',
			description: 'Your own base URL; the Infobip web interface shows it on its home page',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'API Key', value: 'apiKey' },
				{ name: 'Basic', value: 'basic' },
				{ name: 'Bearer Token', value: 'bearer' },
				{ name: 'OAuth2 Client Credentials', value: 'oauth2' },
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
			description:
				'Needs the scope rcs:manage. With message:send and rcs:message:send it can only send, and its test fails.',
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
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['bearer'] } },
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
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Default Sender',
			name: 'agent',
			type: 'string',
			default: '',
			placeholder: 'e.g. DemoShop',
			description: 'The RCS sender that messages come from when a node names none',
		},
		{
			displayName: 'Application ID',
			name: 'applicationId',
			type: 'string',
			default: '',
			description: 'Only if you use CPaaS X applications',
		},
		{
			displayName: 'Entity ID',
			name: 'entityId',
			type: 'string',
			default: '',
			description: 'Only if you use CPaaS X entities',
		},
		{
			displayName:
				'RCS Trigger makes up a secret header when it registers its webhook, so you need not fill in the fields below. Use them only for webhooks that you set up in the Infobip web interface.',
			name: 'webhookNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Webhook Username',
			name: 'webhookUsername',
			type: 'string',
			default: '',
			description: 'User name of the Basic authentication that Infobip sends with webhooks',
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
			description: 'A static header set in the notification profile',
		},
		{
			displayName: 'Webhook Header Value',
			name: 'webhookHeaderSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Webhook HMAC Header',
			name: 'hmacHeader',
			type: 'string',
			default: '',
			placeholder: 'e.g. X-Signature',
			description:
				'Name of the header with the HMAC of the body, if your profile uses HMAC security',
		},
		{
			displayName: 'Webhook HMAC Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { hide: { hmacHeader: [''] } },
		},
		{
			displayName: 'Webhook HMAC Algorithm',
			name: 'hmacAlgorithm',
			type: 'options',
			options: [
				{ name: 'MD5', value: 'md5' },
				{ name: 'SHA-1', value: 'sha1' },
				{ name: 'SHA-224', value: 'sha224' },
				{ name: 'SHA-256', value: 'sha256' },
				{ name: 'SHA-384', value: 'sha384' },
				{ name: 'SHA-512', value: 'sha512' },
			],
			default: 'sha256',
			displayOptions: { hide: { hmacHeader: [''] } },
		},
		{
			displayName: 'Webhook HMAC Encoding',
			name: 'hmacEncoding',
			type: 'options',
			options: [
				{ name: 'Base64', value: 'base64' },
				{ name: 'Hex', value: 'hex' },
			],
			default: 'hex',
			displayOptions: { hide: { hmacHeader: [''] } },
		},
	];

	/** n8n calls this when there is no token yet, or when a request was answered with 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		if (credentials['authentication'] !== 'oauth2') return {};
		return fetchAccessToken(this, infobip, settingsFromFields(credentials, infobip));
	}

	authenticate: IAuthenticate = authorized(infobip);

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/rcs/1/senders' },
	};
}
