import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { CrmId } from '../../connectors';
import { eventTypes } from '../../core/event/types';
import type { OperationName } from './operations';

/** An option is shown for the CRM and the operations it does something for. */
function only(operations: readonly OperationName[], crm?: CrmId): IDisplayOptions {
	return { show: { '/operation': [...operations], ...(crm ? { '/crm': [crm] } : {}) } };
}

const people: readonly OperationName[] = ['writeEngagement', 'setOptIn', 'getOptIn'];
const writes: readonly OperationName[] = ['writeEngagement', 'setOptIn'];
const withHistory: readonly OperationName[] = ['writeEngagement', 'setUpFields'];

/** Signals that are kept nowhere. */
const notKept: readonly string[] = ['user.typing', 'unknown'];

/** `message.delivered` as people read it: `Message Delivered`. */
function nameOf(type: string): string {
	const words = type.replace('.', ' ').replace('opted', 'opted ');
	return words.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

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

/** In the order of the alphabet, as n8n wants it. */
const options: INodeProperties[] = [
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
		displayName: 'Event Name',
		name: 'eventName',
		type: 'string',
		default: '',
		placeholder: 'e.g. pe123_rcs_event',
		description:
			'The full name of the custom event. Set Up Fields with History As Custom Events creates it and shows the name.',
		displayOptions: only(['writeEngagement'], 'hubspot'),
	},
	{
		displayName: 'Event Types',
		name: 'eventTypes',
		type: 'multiOptions',
		options: eventTypes
			.filter((type) => !notKept.includes(type))
			.map((value) => ({ name: nameOf(value), value }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: [],
		description: 'What is kept as history; by default, everything',
		displayOptions: only(['writeEngagement'], 'hubspot'),
	},
	{
		displayName: 'History As',
		name: 'historyAs',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Custom events where an event name is set, else communications',
			},
			{
				name: 'Communications',
				value: 'communications',
				description: 'A logged message a contact and day, in every edition',
			},
			{
				name: 'Custom Events',
				value: 'customEvents',
				description: 'Each event on the timeline and in reports; needs Enterprise',
			},
		],
		default: 'auto',
		description: 'How what happened is kept beside the fields',
		displayOptions: only(withHistory, 'hubspot'),
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
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/London',
		description:
			'The time zone of the account: the day a communication belongs to, and when its day of calls ends. UTC if empty.',
		displayOptions: only(people, 'hubspot'),
	},
];

/** What people call the options. */
export const optionNames: Readonly<Record<string, string>> = Object.fromEntries(
	options.map(({ name, displayName }) => [name, displayName]),
);

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options,
};
