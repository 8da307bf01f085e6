import type { INodeProperties } from 'n8n-workflow';

/** The option that holds messages back; `capOf` reads what is filled in. */
export const frequencyCapProperty: INodeProperties = {
	displayName: 'Frequency Cap',
	name: 'frequencyCap',
	type: 'fixedCollection',
	default: { cap: { max: 2, hours: 24 } },
	placeholder: 'Add Cap',
	description:
		'How many messages this node sends to one person in a number of hours. A message beyond that is not sent: it leaves by Not Sent with the time when it may go out. It counts what this node sent in this workflow, not in executions at the same time, and manual executions are not remembered. Where n8n runs in queue mode it forgets after each execution: there, choose Connector Service as the Consent Check.',
	options: [
		{
			displayName: 'Cap',
			name: 'cap',
			values: [
				{
					displayName: 'Max Messages',
					name: 'max',
					type: 'number',
					noDataExpression: true,
					typeOptions: { minValue: 1, maxValue: 100 },
					default: 2,
					description: 'The most messages to one person',
				},
				{
					displayName: 'Per Number of Hours',
					name: 'hours',
					type: 'number',
					noDataExpression: true,
					typeOptions: { minValue: 1, maxValue: 8784 },
					default: 24,
					description: 'The period that slides: the hours before each message',
				},
			],
		},
	],
};
