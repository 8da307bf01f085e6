import type { INodeProperties } from 'n8n-workflow';
import { authenticationProperties, crmProperty } from '../shared/crmForm';

export const starts = ['now', 'everyone'] as const;
export type Start = (typeof starts)[number];

const options: INodeProperties[] = [
	{
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'string',
		default: '',
		placeholder: 'e.g. GB',
		description: 'The country of numbers on records without a country code, in two letters',
	},
	{
		displayName: 'Objects',
		name: 'objects',
		type: 'multiOptions',
		options: [
			{ name: 'Contacts', value: 'Contact' },
			{ name: 'Leads', value: 'Lead' },
		],
		default: ['Contact', 'Lead'],
		description: 'Where people are in your org',
		displayOptions: { show: { '/crm': ['salesforce'] } },
	},
];

export const properties: INodeProperties[] = [
	{
		displayName:
			"Each time somebody changes the RCS consent status of a record in the CRM, this workflow gets one item; an opt-out of a record with several phone numbers gives one for each. The fields have to be there: run 'Set Up Fields' of the node RCS CRM Sync once.",
		name: 'fieldsNotice',
		type: 'notice',
		default: '',
	},
	crmProperty,
	...authenticationProperties,
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Now',
				value: 'now',
				description: 'Only what is changed after the workflow was published',
			},
			{
				name: 'Everyone With a Status',
				value: 'everyone',
				description: 'First everybody whose status people or imports have set until now',
			},
		],
		default: 'now',
		description: 'What the first polls tell. After a pause, polls go on where they stopped.',
	},
	{
		displayName: 'Write Back',
		name: 'writeBack',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description:
			'Whether to note on the record that its status was told: since when it holds, and that it was edited in the CRM. The status itself is not written. It keeps a late opt-in of the person from overriding the edit, and the same edit from being told again when this node no longer remembers it.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	},
];
