import type { INodeProperties } from 'n8n-workflow';
import { only, people, withHistory, writes } from './shownFor';

/** Options of every CRM. */
export const commonOptions: INodeProperties[] = [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1, maxValue: 20 },
		default: 5,
		description: 'The most requests in flight at once',
	},
	{
		displayName: 'Create Contacts',
		name: 'createContacts',
		type: 'boolean',
		default: false,
		description:
			'Whether a phone that no record has becomes a new contact. If off, its item leaves by Unmatched.',
		displayOptions: only(writes),
	},
	{
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'string',
		default: '',
		placeholder: 'e.g. GB',
		description:
			'The country of numbers without a country code, in the items and on records, in two letters',
		displayOptions: only(people),
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description:
			'Whether to look up the records and show what would be written to them, without writing it',
		displayOptions: only(['writeEngagement']),
	},
	{
		displayName: 'Include Input Fields',
		name: 'includeInput',
		type: 'boolean',
		default: true,
		description:
			"Whether to keep the fields of the item and add the outcome as the field 'crm'. If off, the outcome is the whole item.",
		displayOptions: only(people),
	},
	{
		displayName: 'Keep History',
		name: 'history',
		type: 'boolean',
		default: true,
		description:
			'Whether to keep each message or event as well, and not only the latest on the record',
		displayOptions: only(withHistory),
	},
	{
		displayName: 'Retries',
		name: 'retries',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 0, maxValue: 10 },
		default: 3,
		description:
			'How often a request is sent again when the CRM is busy or does not answer, with growing waits',
	},
];
