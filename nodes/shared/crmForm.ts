import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
import { type CrmId, crms } from '../../connectors';
import { hubspotBaseUrl } from '../../credentials/hubspotFields';
import { salesforceBaseUrl } from '../../credentials/salesforceFields';

/** How a CRM may be signed in to: a credential each. */
interface CrmCredential {
	name: string;
	/** Value and words of the choice. */
	authentication: Authentication;
	label: string;
	description: string;
	baseUrl(data: ICredentialDataDecryptedObject): string;
}

/** The same for each CRM, so that a choice stays good when another CRM is chosen. */
const authentications = ['key', 'oAuth2'] as const;
type Authentication = (typeof authentications)[number];

const credentials: Readonly<Record<CrmId, readonly CrmCredential[]>> = {
	hubspot: [
		{
			name: 'rcsHubspotApi',
			authentication: 'key',
			label: 'Service Key',
			description: 'A key of the account, or the access token of a private app',
			baseUrl: hubspotBaseUrl,
		},
		{
			name: 'rcsHubspotOAuth2Api',
			authentication: 'oAuth2',
			label: 'OAuth2',
			description: 'An app that somebody connects to the account',
			baseUrl: hubspotBaseUrl,
		},
	],
	salesforce: [
		{
			name: 'rcsSalesforceJwtApi',
			authentication: 'key',
			label: 'JWT (Private Key)',
			description: 'An app that signs in with a certificate; nobody has to click anything',
			baseUrl: salesforceBaseUrl,
		},
		{
			name: 'rcsSalesforceOAuth2Api',
			authentication: 'oAuth2',
			label: 'OAuth2',
			description: 'An app that somebody connects to the org, or with client credentials',
			baseUrl: salesforceBaseUrl,
		},
	],
};

export const crmIds = (Object.keys(crms) as CrmId[]).sort();

/** The CRM drop-down. */
export const crmProperty: INodeProperties = {
	displayName: 'CRM',
	name: 'crm',
	type: 'options',
	noDataExpression: true,
	options: crmIds.map((id) => ({ name: crms[id].displayName, value: id })),
	default: 'hubspot',
	description: 'The CRM to work with',
};

/** How to sign in to the CRM that was chosen. */
export const authenticationProperties: INodeProperties[] = crmIds.map((id) => ({
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: credentials[id].map(({ label, authentication, description }) => ({
		name: label,
		value: authentication,
		description,
	})),
	default: 'key',
	description: 'Which kind of credential to use',
	displayOptions: { show: { crm: [id] } },
}));

/**
 * The credentials of a node for CRMs. They name what they are not for, because n8n takes a field that
 * credentials are shown for as a choice of how to sign in, and hides it from the node.
 */
export const crmCredentials = crmIds.flatMap((id) =>
	credentials[id].map(({ name, authentication }) => ({
		name,
		required: true,
		displayOptions: {
			hide: {
				crm: crmIds.filter((other) => other !== id),
				authentication: authentications.filter((other) => other !== authentication),
			},
		},
	})),
);

/** The credential of a CRM for a way to sign in; the first, where there is no such way. */
export function credentialOfCrm(id: CrmId, authentication: unknown): CrmCredential {
	const [first, ...others] = credentials[id];
	const chosen = others.find((one) => one.authentication === authentication) ?? first;
	if (!chosen) throw new Error(`${id} has no credentials`);
	return chosen;
}
