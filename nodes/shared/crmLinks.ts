import type { CrmId } from '../../connectors';
import type { CrmRun } from '../../connectors/execute';

/** Where a person sees a record. HubSpot's addresses hold the id of the account, which a key does not tell. */
const links: Readonly<Partial<Record<CrmId, (baseUrl: string, id: string) => string>>> = {
	salesforce: (baseUrl, id) => `${baseUrl}/${id}`,
};

export function linkTo({ crm, settings }: CrmRun, id: string): string | undefined {
	return links[crm.id]?.(settings.baseUrl, id);
}
