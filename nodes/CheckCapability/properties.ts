import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { senderFields } from '../shared/senderFields';
import { forProviders, providerProperty } from '../shared/providerForm';

export function canCheck({ capability }: Provider): boolean {
	return capability !== undefined;
}

const byWebhook = ({ capabilityByWebhook }: Provider): boolean => capabilityByWebhook !== undefined;

/** How the answers come, where there is a choice. */
const answerProperties: INodeProperties[] = [
	...forProviders<INodeProperties>(
		{
			displayName: 'Answer',
			name: 'answer',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'By Webhook',
					value: 'webhook',
					description:
						'The provider sends each answer when it knows it; the items leave by Unknown',
				},
				{ name: 'Now', value: 'now', description: 'The node waits for the answers' },
			],
			default: 'now',
			description: 'When the answers come',
		},
		'provider',
		byWebhook,
	),
	...forProviders<INodeProperties>(
		{
			displayName: 'Webhook URL',
			name: 'webhookUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://n8n.example.com/webhook/...',
			description:
				'Where the answers go. If empty, they go to every RCS Trigger that registered itself for Capability Result, which also proves that they are genuine.',
			displayOptions: { show: { answer: ['webhook'] } },
		},
		'provider',
		byWebhook,
	),
];

export const properties: INodeProperties[] = [
	providerProperty(canCheck),
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +447700900123',
		description:
			'The number of each item, with + and its country code. The numbers of all items are checked together.',
	},
	...answerProperties,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Cache Minutes',
				name: 'cacheMinutes',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 10080 },
				default: 0,
				description:
					'How long an answer may be used again instead of asking the provider. 0 asks every time. Each n8n process remembers for itself.',
			},
			{
				displayName: 'Concurrency',
				name: 'concurrency',
				type: 'number',
				noDataExpression: true,
				typeOptions: { minValue: 1, maxValue: 200 },
				default: 10,
				description: 'The most requests in flight at once',
			},
			{
				displayName: 'Default Country',
				name: 'defaultCountry',
				type: 'string',
				default: '',
				placeholder: 'e.g. GB',
				description:
					'The country of numbers that are written without a country code, in two letters',
			},
			{
				displayName: 'Include Input Fields',
				name: 'includeInput',
				type: 'boolean',
				default: true,
				description:
					"Whether to keep the fields of the item and add the answer as the field 'capability'. If off, the answer is the whole item.",
			},
			...senderFields(
				{
					name: 'sender',
					description: 'The agent or sender to check for; by default, the one of the credential',
				},
				'/provider',
				canCheck,
			),
		],
	},
];
