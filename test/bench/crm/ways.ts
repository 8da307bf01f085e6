import type { CrmId } from '../../../connectors';

/** A way of writing events to a CRM, and the most writes it may take for 10,000 events on 2,000 contacts. */
export interface Way {
	crm: CrmId;
	how: string;
	/** For the connector. */
	options: Record<string, string>;
	/** The same for the node RCS CRM Sync. */
	nodeOptions: Record<string, string>;
	budget: number;
}

const eventName = 'pe4010_rcs_event';

export const ways: readonly Way[] = [
	{
		crm: 'hubspot',
		how: 'custom events',
		options: { eventName },
		nodeOptions: { eventName },
		budget: 44,
	},
	{
		crm: 'hubspot',
		how: 'communications',
		options: { history: 'communications' },
		nodeOptions: { historyAs: 'communications' },
		budget: 44,
	},
	{
		crm: 'salesforce',
		how: 'composite',
		options: { mode: 'composite' },
		nodeOptions: { mode: 'composite' },
		budget: 6,
	},
	{
		crm: 'salesforce',
		how: 'bulk',
		options: { mode: 'bulk' },
		nodeOptions: { mode: 'bulk' },
		budget: 12,
	},
];
