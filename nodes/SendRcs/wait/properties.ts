import type { INodeProperties } from 'n8n-workflow';
import { optionsProperty } from '../options.properties';
import { limitWaitTimeProperty } from './limitWaitTime.property';

/** The question. Names are those of n8n's own nodes, by which n8n also makes the tool for human review of AI agents. */
export const questionProperties: INodeProperties[] = [
	{
		displayName:
			'Answers come in by RCS Trigger: publish a workflow with it for this provider that listens to Message Replied, Message Received or User Opted Out. It needs no other nodes.',
		name: 'waitNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. Does Tuesday at 10 suit you?',
	},
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		options: [
			{
				name: 'Approval',
				value: 'approval',
				description: 'The person taps approve, or approve or decline',
			},
			{ name: 'Choices', value: 'choices', description: 'The person taps one of your labels' },
			{ name: 'Free Text', value: 'freeText', description: 'The person writes an answer' },
		],
		default: 'approval',
	},
	{
		displayName: 'Approval Options',
		name: 'approvalOptions',
		type: 'fixedCollection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { responseType: ['approval'] } },
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Type of Approval',
						name: 'approvalType',
						type: 'options',
						options: [
							{ name: 'Approve Only', value: 'single' },
							{ name: 'Approve and Disapprove', value: 'double' },
						],
						default: 'single',
					},
					{
						displayName: 'Approve Button Label',
						name: 'approveLabel',
						type: 'string',
						default: 'Approve',
						displayOptions: { show: { approvalType: ['single', 'double'] } },
					},
					{
						displayName: 'Disapprove Button Label',
						name: 'disapproveLabel',
						type: 'string',
						default: 'Decline',
						displayOptions: { show: { approvalType: ['double'] } },
					},
				],
			},
		],
	},
	{
		displayName: 'Choices',
		name: 'choices',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, maxValue: 11 },
		placeholder: 'Add Choice',
		default: { choice: [{ label: '', value: '' }] },
		required: true,
		description: 'What the person can tap. The same words count when they are written.',
		displayOptions: { show: { responseType: ['choices'] } },
		options: [
			{
				displayName: 'Choice',
				name: 'choice',
				values: [
					{
						displayName: 'Label',
						name: 'label',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. Tomorrow',
						description: 'What stands on the chip',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. slot-2',
						description: 'What the reply holds as its value. If empty, the label.',
					},
				],
			},
		],
	},
	{
		displayName: 'Title',
		name: 'questionTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your appointment',
		description: 'With a title or a picture, the question is a card',
	},
	{
		displayName: 'Picture URL',
		name: 'pictureUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/parcel.png',
		description: 'A public address that does not redirect',
	},
];

/** Options of sending that mean the same for a question. */
const shared = [
	'defaultCountry',
	'expiresAt',
	'frequencyCap',
	'from',
	'idempotencyKey',
	'includeInput',
	'includeRaw',
	'retries',
	'traffic',
	'validity',
];

const acceptFreeText: INodeProperties = {
	displayName: 'Also Accept Free Text',
	name: 'acceptFreeText',
	type: 'boolean',
	default: false,
	description:
		'Whether anything the person writes is an answer too. If off, only the words of the choices are.',
	displayOptions: { show: { '/responseType': ['choices'] } },
};

function isField(option: object): option is INodeProperties {
	return 'displayName' in option && 'type' in option;
}

export const waitOptionsProperty: INodeProperties = {
	...optionsProperty,
	options: [
		...(optionsProperty.options ?? []).filter(isField).filter(({ name }) => shared.includes(name)),
		acceptFreeText,
		limitWaitTimeProperty,
	].sort((a, b) => a.displayName.localeCompare(b.displayName)),
};
