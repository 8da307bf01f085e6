import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { buyOnce } from './accessToken';
import { bearer } from './authorized';
import { myDomainProperty, salesforceTest } from './salesforceFields';
import { salesforceToken } from './salesforceToken';

export class RcsSalesforceJwtApi implements ICredentialType {
	name = 'rcsSalesforceJwtApi';

	displayName = 'RCS: Salesforce JWT API';

	documentationUrl =
		'https://github.com/n8n-nodes-rcs/n8n-nodes-rcs/blob/main/docs/crm/salesforce.md';

	icon = { light: 'file:../icons/rcs.svg', dark: 'file:../icons/rcs.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'jwtBearer',
		},
		myDomainProperty,
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 3MVG9...',
			description: 'The consumer key of the app in Salesforce',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. rcs@acme.example.com',
			description: 'The user to work as, whom the app lets in without asking',
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
				'The key whose certificate was uploaded to the app, in PEM, with or without its line breaks',
		},
		{
			displayName: 'Audience',
			name: 'audience',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://login.salesforce.com',
			description:
				'Who the signed request is for; by default, the My Domain URL. Older orgs want https://login.salesforce.com, or https://test.salesforce.com for a sandbox.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n calls this when there is no token yet, or when a request was answered with 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { myDomainUrl, clientId, username, privateKey } = credentials;
		const account = JSON.stringify(['salesforce', myDomainUrl, clientId, username, privateKey]);
		return buyOnce(this, account, (http) => salesforceToken(http, credentials, Date.now()));
	}

	authenticate: IAuthenticate = bearer('accessToken');

	test = salesforceTest;
}
