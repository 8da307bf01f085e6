import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { consentSources } from '../../core/consent/statement';
import { titleCase } from '../shared/titleCase';
import type { OperationName } from './operations';

const statements: OperationName[] = ['optIn', 'optOut'];
const stated: IDisplayOptions = { show: { operation: statements } };
const byAdmin: IDisplayOptions = { show: { '/saidBy': ['admin'] } };

/** Names that do not follow from the value. */
const sourceNames: Readonly<Record<string, string>> = { api: 'API', hubspot: 'HubSpot' };

/** What shows that the person agreed, or did not. */
const proof: INodeProperties[] = [
	{
		displayName: 'Agreed At',
		name: 'consentedAt',
		type: 'dateTime',
		default: '',
		description:
			'When the person agreed, where an admin enters it later. Only with it does an admin end an opt-out of the person.',
		displayOptions: byAdmin,
	},
	{
		displayName: 'Entered By',
		name: 'actor',
		type: 'string',
		default: '',
		description: 'Who entered it, e.g. the ID of a user in your CRM',
		displayOptions: byAdmin,
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'e.g. en',
		description: 'The language of the text',
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: '',
		description: 'The message that the person answered',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'What the person read and agreed to, or wrote',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/newsletter',
		description: 'Where the person agreed',
	},
];

/** In doubt, whatever protects the person. */
const saidBy = (operation: OperationName, usual: 'person' | 'admin'): INodeProperties => ({
	displayName: 'Said By',
	name: 'saidBy',
	type: 'options',
	options: [
		{
			name: 'Admin',
			value: 'admin',
			description: 'Somebody who works with the data of the person, e.g. in a CRM or a list',
		},
		{
			name: 'Person',
			value: 'person',
			description: 'The person does so now, e.g. in a form, or did at the time that is stated',
		},
	],
	default: usual,
	description: 'Whose word it is. That of an admin never ends an opt-out of the person.',
	displayOptions: { show: { operation: [operation] } },
});

export const statementProperties: INodeProperties[] = [
	{
		displayName: 'Confirmation',
		name: 'confirmation',
		type: 'options',
		options: [
			{
				name: 'Double Opt-In, Confirmed',
				value: 'double',
				description: 'The person confirmed it, e.g. by a tap in a message',
			},
			{
				name: 'Double Opt-In, Not Confirmed Yet',
				value: 'pending',
				description: 'No marketing is sent before the person confirms',
			},
			{ name: 'Single Opt-In', value: 'single', description: 'It counts at once' },
		],
		default: 'single',
		description: 'How the person agreed',
		displayOptions: { show: { operation: ['optIn'] } },
	},
	saidBy('optIn', 'admin'),
	saidBy('optOut', 'person'),
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [...consentSources]
			.sort()
			.map((value) => ({ name: sourceNames[value] ?? titleCase(value), value })),
		default: 'form',
		description: 'Where it comes from',
		displayOptions: stated,
	},
	{
		displayName: 'Stated At',
		name: 'statedAt',
		type: 'dateTime',
		default: '',
		description:
			"When it was stated; by default, the field 'occurredAt' of the item if there is one, else now. An opt-out takes it from events of RCS Trigger only. The order of the statements counts, not that of the items.",
		displayOptions: stated,
	},
	{
		displayName: 'Proof',
		name: 'proof',
		type: 'collection',
		placeholder: 'Add proof',
		default: {},
		description: 'What shows it later, if somebody asks',
		displayOptions: stated,
		options: proof,
	},
];
