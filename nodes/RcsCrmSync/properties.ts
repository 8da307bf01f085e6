import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { StatedState } from '../../core/consent/statement';
import { authenticationProperties, crmProperty } from '../shared/crmForm';
import type { OperationName } from './operations';
import { optionsProperty } from './options.properties';

const only = (...operation: OperationName[]): IDisplayOptions => ({ show: { operation } });

const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Get Opt-In Status',
			value: 'getOptIn',
			action: 'Get opt in status',
			description: 'Look up whether people agreed to RCS messages',
		},
		{
			name: 'Set Opt-In Status',
			value: 'setOptIn',
			action: 'Set opt in status',
			description: 'Write that people agreed to RCS messages, or do not want them any more',
		},
		{
			name: 'Set Up Fields',
			value: 'setUpFields',
			action: 'Set up fields',
			description: 'Add the fields that the other operations need to the CRM',
		},
		{
			name: 'Write Engagement',
			value: 'writeEngagement',
			action: 'Write engagement',
			description: 'Write what happened, such as delivered, read or replied, to the records',
		},
	] satisfies { name: string; value: OperationName; action: string; description: string }[],
	default: 'writeEngagement',
};

const states: readonly { name: string; value: StatedState; description: string }[] = [
	{ name: 'Opted In', value: 'optedIn', description: 'The person agreed to RCS messages' },
	{ name: 'Opted Out', value: 'optedOut', description: 'The person wants no RCS messages' },
	{ name: 'Pending', value: 'pending', description: 'The person still has to confirm' },
];

export const properties: INodeProperties[] = [
	crmProperty,
	...authenticationProperties,
	operationProperty,
	{
		displayName: 'Event',
		name: 'event',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description:
			'What happened, as RCS Trigger gives it, or a result of Send RCS. From other sources, an object with type, occurredAt and user.',
		displayOptions: only('writeEngagement'),
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +447700900123',
		description:
			'The number of each item, with + and its country code. All items are handled in few calls.',
		displayOptions: only('setOptIn', 'getOptIn'),
	},
	{
		displayName: 'Opt-In Status',
		name: 'optInStatus',
		type: 'options',
		options: [...states],
		default: 'optedIn',
		description: 'What the person stated',
		displayOptions: only('setOptIn'),
	},
	{
		displayName: 'Stated At',
		name: 'statedAt',
		type: 'dateTime',
		default: '',
		description:
			"When the person stated it; by default, the field 'occurredAt' of the item if there is one, else now. What is newer on the record stays.",
		displayOptions: only('setOptIn'),
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		default: 'n8n',
		required: true,
		placeholder: 'e.g. checkout form',
		description: 'Where the statement comes from, up to 60 characters',
		displayOptions: only('setOptIn'),
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: true,
		description:
			'Whether to only tell what would be added. Turn it off to add it: nothing that is there is ever changed or deleted.',
		displayOptions: only('setUpFields'),
	},
	optionsProperty,
];
