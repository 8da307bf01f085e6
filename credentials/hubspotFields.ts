import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	INodeProperties,
} from 'n8n-workflow';
import { CONTACTS, HUBSPOT_API_VERSION } from '../connectors/hubspot/api';
import { asString } from '../core/json';

const ADDRESS = 'https://api.hubapi.com';

/** HubSpot's address, in an expression about the fields of a credential: `$self` or `$credentials`. */
export const hubspotAddress = (fields: '$self' | '$credentials'): string =>
	`(${fields}["otherAddress"] && ${fields}["baseUrl"] || "${ADDRESS}").replace(/\\/+$/, "")`;

/** The same, of a credential that was read. */
export function hubspotBaseUrl({ otherAddress, baseUrl }: ICredentialDataDecryptedObject): string {
	const own = otherAddress === true ? asString(baseUrl) : undefined;
	return (own ?? ADDRESS).replace(/\/+$/, '');
}

/** HubSpot has one address for everybody; only a sandbox or a proxy has another. */
export const addressProperties: INodeProperties[] = [
	{
		displayName: 'Use Sandbox or Proxy',
		name: 'otherAddress',
		type: 'boolean',
		default: false,
		description: `Whether requests go to another address than ${ADDRESS}`,
	},
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. http://127.0.0.1:4010/hubspot',
		description: `The address of the sandbox or proxy, instead of ${ADDRESS}`,
		displayOptions: { show: { otherAddress: [true] } },
	},
];

/** Needs access that may read contacts. */
export const hubspotTest: ICredentialTestRequest = {
	request: {
		baseURL: `={{${hubspotAddress('$credentials')}}}`,
		url: `/crm/objects/${HUBSPOT_API_VERSION}/${CONTACTS}`,
		qs: { limit: 1, properties: 'hs_object_id' },
	},
};
