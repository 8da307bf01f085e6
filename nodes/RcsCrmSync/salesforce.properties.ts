import type { INodeProperties } from 'n8n-workflow';
import { only, people, writes } from './shownFor';

const consentIds: INodeProperties[] = [
	{
		displayName: 'Data Use Purpose ID',
		name: 'dataUsePurposeId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0ZWxx0000000001',
		description: 'The purpose that the consent is for, if your org tells purposes apart',
	},
	{
		displayName: 'Engagement Channel Type ID',
		name: 'engagementChannelTypeId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0eFxx0000000001',
		description: 'The channel that the consent is for, if your org has one for RCS',
	},
];

/** Options of Salesforce. */
export const salesforceOptions: INodeProperties[] = [
	{
		displayName: 'ContactPointTypeConsent',
		name: 'pointTypeConsent',
		type: 'fixedCollection',
		placeholder: 'Add Consent Record',
		default: {},
		description:
			'Also keeps the consent as ContactPointTypeConsent of the Individual of the record, for orgs that work with it',
		options: [{ displayName: 'Consent Record', name: 'ids', values: consentIds }],
		displayOptions: only(['writeEngagement', 'setOptIn', 'setUpFields'], 'salesforce'),
	},
	{
		displayName: 'Last Name of New Contacts',
		name: 'newContactLastName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Unknown',
		description: 'The last name of contacts that are created; by default, their phone',
		displayOptions: only(writes, 'salesforce'),
	},
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Bulk API above 10,000 rows, composite requests below',
			},
			{ name: 'Bulk API', value: 'bulk', description: 'Jobs, which take minutes but few calls' },
			{
				name: 'Composite Requests',
				value: 'composite',
				description: 'Up to 1,000 rows a call, at once',
			},
		],
		default: 'auto',
		description: 'Which API of Salesforce is used for writing',
		displayOptions: only(writes, 'salesforce'),
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
		displayOptions: only([...people, 'setUpFields'], 'salesforce'),
	},
];
