import type { INodeProperties } from 'n8n-workflow';

/** The connector service. Not among the options: a credential cannot be shown for one of those. */
export const serviceProperties: INodeProperties[] = [
	{
		displayName: 'Hand Events to Connector Service',
		name: 'handOn',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether every event of a verified webhook goes to the Connector Service before the workflow starts, also those it does not start on. Opt-outs are in its ledger at once, CRMs hear of deliveries, and duplicates are dropped across all n8n processes and restarts.',
	},
	{
		displayName: 'If the Service Cannot Be Reached',
		name: 'ifServiceDown',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Let the Provider Send Again',
				value: 'sendAgain',
				description: 'The workflow starts when the service has the event',
			},
			{
				name: 'Start the Workflow Anyway',
				value: 'start',
				description:
					'At once. The provider is let send again as well, so that the service gets the event later.',
			},
		],
		default: 'sendAgain',
		displayOptions: { show: { handOn: [true] } },
	},
];
