import type { CrmSettings } from '../crm';

/** HubSpot's APIs are versioned by date and each version is supported for 18 months. */
export const HUBSPOT_API_VERSION = '2026-09';

/** The object type of people. */
export const CONTACTS = 'contacts';

const paths = {
	contacts: `/crm/objects/${HUBSPOT_API_VERSION}/${CONTACTS}`,
	communications: `/crm/objects/${HUBSPOT_API_VERSION}/communications`,
	/** Which communications contacts have. */
	associations: `/crm/associations/${HUBSPOT_API_VERSION}/${CONTACTS}/communications`,
	properties: `/crm/properties/${HUBSPOT_API_VERSION}/${CONTACTS}`,
	events: `/events/custom/${HUBSPOT_API_VERSION}/send`,
	eventDefinitions: `/events/custom/${HUBSPOT_API_VERSION}/event-definitions`,
} as const;

/** The full address of a part of the API: `apiUrl(settings, 'contacts', '/batch/read')`. */
export function apiUrl({ baseUrl }: CrmSettings, part: keyof typeof paths, rest = ''): string {
	return `${baseUrl}${paths[part]}${rest}`;
}
