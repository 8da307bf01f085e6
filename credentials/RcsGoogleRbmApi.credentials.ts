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
import { googleRbm } from '../core/providers/google-rbm';
import { fetchAccessToken } from './accessToken';
import { authorized } from './authorized';

/** As many numbers as a bulk check needs, of a range that the regulator keeps for fiction. */
const nobody = Array.from({ length: 500 }, (_, i) => `+447700900${String(i).padStart(3, '0')}`);

export class RcsGoogleRbmApi implements ICredentialType {
	name = 'rcsGoogleRbmApi';

	displayName = 'RCS: Google RBM API';

	documentationUrl =
		'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/providers/google-rbm.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'serviceAccount',
		},
		{
			displayName: 'Agent ID',
			name: 'agent',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. my-brand-agent',
			description:
				'The agent that messages come from when a node names none. The Business Communications console shows it, sometimes with @rbm.goog after it, which may stay.',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Asia', value: 'asia' },
				{ name: 'Europe', value: 'europe' },
				{ name: 'Global', value: 'global' },
				{ name: 'United States', value: 'us' },
			],
			default: 'global',
			description: 'The hosting region that was chosen when the agent was created',
		},
		{
			displayName: 'Service Account Email',
			name: 'clientEmail',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. rbm@my-project.iam.gserviceaccount.com',
			description: 'The value of client_email in the JSON key file of the service account',
		},
		{
			displayName: 'Private Key',
			name: 'privateKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. -----BEGIN PRIVATE KEY-----\\nMIIE...',
			description:
				'The whole value of private_key in the JSON key file, with or without its line breaks',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Webhook Client Token',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The clientToken that the console shows while the webhook is set up. RCS Trigger needs it, already to confirm its address.',
		},
		{
			displayName: 'Previous Webhook Client Token',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Is accepted too, while you replace the token',
		},
		{
			displayName: 'Maximum Webhook Age (Seconds)',
			name: 'webhookMaxAge',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'Webhooks about older events are refused. 0 accepts any age: Google repeats a webhook for up to 7 days (604800), and most delivery and read events tell no time and would be refused.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://127.0.0.1:4010/google-rbm',
			description: 'Only for a sandbox or a proxy: replaces the address of the region',
		},
		{
			displayName: 'Token URL',
			name: 'tokenUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://127.0.0.1:4010/google-rbm/token',
			description: 'Only for a sandbox or a proxy: replaces https://oauth2.googleapis.com/token',
			displayOptions: { hide: { baseUrl: [''] } },
		},
	];

	/** n8n calls this when there is no token yet, or when a request was answered with 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return fetchAccessToken(this, googleRbm, settingsFromFields(credentials, googleRbm));
	}

	authenticate: IAuthenticate = authorized(googleRbm);

	/** A bulk check of numbers nobody has: it needs the key, the agent and the region to be right. */
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL:
				'={{$credentials.baseUrl || "https://" + ($credentials.region === "global" ? "" : $credentials.region + "-") + "rcsbusinessmessaging.googleapis.com"}}',
			url: '/v1/users:batchGet',
			qs: { agentId: '={{$credentials.agent.trim().replace("@rbm.goog", "")}}' },
			body: { users: nobody, agentId: '={{$credentials.agent.trim().replace("@rbm.goog", "")}}' },
		},
	};
}
