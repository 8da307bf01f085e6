import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { bearer } from './authorized';

export class RcsConnectorsApi implements ICredentialType {
	name = 'rcsConnectorsApi';

	displayName = 'RCS: Connector Service API';

	documentationUrl =
		'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/consent-check.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'http://localhost:4080',
			required: true,
			description:
				'Where the Connector Service runs. From n8n in a container, localhost is the container itself.',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A token of the configuration of the service. Send RCS needs one that may send, RCS Consent one that may do consent, RCS Trigger one that may tell events, RCS Account one that may page for figures.',
		},
	];

	authenticate: IAuthenticate = bearer('token');

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/v1/whoami' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'What answers at the base URL is not the Connector Service',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'The Connector Service does not know this token; its configuration lists those it knows',
				},
			},
		],
	};
}
