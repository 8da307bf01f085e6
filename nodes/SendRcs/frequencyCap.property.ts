import type { INodeProperties } from 'n8n-workflow';

/** The option that holds messages back; `capOf` reads what is filled in. */
export const frequencyCapProperty: INodeProperties = {
	displayName: 'Frequency Cap',
	name: 'frequencyCap',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Cap',
	description:
		'The most messages this node sends to one person; others leave by Not Sent with the time to send them. It counts what this node sent in this workflow, not in executions at the same time, and manual executions are not remembered.',
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
