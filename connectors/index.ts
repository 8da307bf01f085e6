import type { CrmConnector } from './crm';
import { hubspot } from './hubspot';
import { salesforce } from './salesforce';

/** The CRMs there are. */
export const crms = { hubspot, salesforce } satisfies Record<CrmConnector['id'], CrmConnector>;

export type CrmId = keyof typeof crms;
