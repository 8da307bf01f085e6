import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	INodeProperties,
} from 'n8n-workflow';
import { apiPath } from '../connectors/salesforce/api';
import { asString } from '../core/json';

/** The address of the org, in an expression about the fields of a credential. */
export const salesforceAddress = (fields: '$self' | '$credentials'): string =>
	`${fields}["myDomainUrl"].trim().replace(/\\/+$/, "")`;

/** The same, of a credential that was read. */
export function salesforceBaseUrl({ myDomainUrl }: ICredentialDataDecryptedObject): string {
	return (asString(myDomainUrl) ?? '').trim().replace(/\/+$/, '');
}

export const myDomainProperty: INodeProperties = {
	displayName: 'My Domain URL',
	name: 'myDomainUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://acme.my.salesforce.com',
	description:
		'The address of the org, from Setup → My Domain. Not the one that ends in lightning.force.com.',
};

/** Needs a user who may use the API and read contacts. */
export const salesforceTest: ICredentialTestRequest = {
	request: {
		baseURL: `={{${salesforceAddress('$credentials')}}}`,
		url: apiPath('/query'),
		qs: { q: 'SELECT Id FROM Contact LIMIT 1' },
	},
};
