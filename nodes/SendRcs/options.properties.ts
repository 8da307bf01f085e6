import type { INodeProperties } from 'n8n-workflow';
import type { MessageOption } from '../../core/message/limits';
import { trafficTypes, weekdays } from '../../core/message/types';
import { forProviders } from '../shared/providerForm';
import { titleCase } from '../shared/titleCase';
import { frequencyCapProperty } from './gate/frequencyCap.property';
import { senderOptions } from './sender.properties';

/** Delivery, tracking and pace. Alphabetical, as n8n wants it. */
const allOptions: INodeProperties[] = [
	{
		displayName: 'Callback Data',
		name: 'callbackData',
		type: 'string',
		default: '',
		description: 'Free text that comes back in delivery reports',
	},
	{
		displayName: 'Campaign ID',
		name: 'campaignId',
		type: 'string',
		default: '',
		placeholder: 'e.g. spring-sale',
		description: 'Groups messages in reports and events',
	},
	{
		displayName: 'Client Reference',
		name: 'clientRef',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-1001',
		description:
			'Your own ID for the message; comes back in its events. Not together with Callback Data where the provider has one field for both.',
	},
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1, maxValue: 200 },
		default: 50,
		description: 'The most requests in flight at once',
	},
	{
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'string',
		default: '',
		placeholder: 'e.g. GB',
		description: 'Two-letter country for phone numbers written without a country code',
	},
	{
		displayName: 'Delivery Reports',
		name: 'notify',
		type: 'boolean',
		default: true,
		description: 'Whether the provider reports what becomes of the message',
	},
	{
		displayName: 'Delivery Window',
		name: 'deliveryWindow',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Window',
		description: 'The hours in which the message may reach the phone',
		options: [
			{
				displayName: 'Window',
				name: 'window',
				values: [
					{
						displayName: 'Days',
						name: 'days',
						type: 'multiOptions',
						options: weekdays.map((day) => ({ name: titleCase(day), value: day })),
						default: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
					},
					{
						displayName: 'From (UTC)',
						name: 'from',
						type: 'string',
						default: '09:00',
						placeholder: 'e.g. 09:00',
					},
					{
						displayName: 'To (UTC)',
						name: 'to',
						type: 'string',
						default: '18:00',
						placeholder: 'e.g. 18:00',
					},
				],
			},
		],
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description: 'Whether to show the requests as JSON and cURL instead of sending them',
	},
	{
		displayName: 'Expires At',
		name: 'expiresAt',
		type: 'dateTime',
		default: '',
		description:
			"When the message loses its meaning, in the workflow's time zone unless the time names its own; use this or Validity",
	},
	frequencyCapProperty,
	{
		displayName: 'Idempotency Key',
		name: 'idempotencyKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. shipped-1001',
		description:
			'The message ID is made from this, the phone number and this node: the same key reaches the same person once, where the provider recognises IDs. Use a key for what happened, such as the order and its new state.',
	},
	{
		displayName: 'Include Input Fields',
		name: 'includeInput',
		type: 'boolean',
		default: false,
		description: 'Whether to keep the fields of the item and add the result as the field rcs',
	},
	{
		displayName: 'Include Raw Response',
		name: 'includeRaw',
		type: 'boolean',
		default: false,
		description: "Whether to add the provider's own answer",
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '',
		description: 'A tag for reports, at providers that have one',
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: '',
		description: 'Your own ID for the message; by default, one is made from the run and the item',
	},
	{
		displayName: 'Messages per Second',
		name: 'perSecond',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description: 'The most messages in any second; 0 sets no limit',
	},
	{
		displayName: 'Placeholders',
		name: 'placeholders',
		type: 'json',
		default: '{}',
		description: 'Values for {{name}} in the texts of the message, as a JSON object',
	},
	{
		displayName: 'Provider Options (JSON)',
		name: 'providerOptions',
		type: 'json',
		default: '{}',
		description: "Merged into the provider's own request, for what this node has no field for",
	},
	{
		displayName: 'Retries',
		name: 'retries',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 0, maxValue: 10 },
		default: 3,
		description:
			'How often to try again when the provider is busy; a message that may have arrived is repeated only where that is safe',
	},
	{
		displayName: 'Schedule At',
		name: 'scheduleAt',
		type: 'dateTime',
		default: '',
		description:
			"When the provider sends the message, in the workflow's time zone unless the time names its own",
	},
	{
		displayName: 'Shorten URLs',
		name: 'shortenUrls',
		type: 'boolean',
		default: false,
		description: 'Whether the provider shortens links in the message',
	},
	{
		displayName: 'Simulate',
		name: 'simulate',
		type: 'boolean',
		default: false,
		description: 'Whether the provider should accept the message without delivering it',
	},
	{
		displayName: 'Status URL',
		name: 'statusUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/...',
		description: 'Where the provider reports on this message, if not where RCS Trigger listens',
	},
	{
		displayName: 'Track Clicks',
		name: 'trackClicks',
		type: 'boolean',
		default: false,
		description: 'Whether the provider counts taps on links',
	},
	{
		displayName: 'Traffic Type',
		name: 'traffic',
		type: 'options',
		options: trafficTypes
			.map((type) => ({ name: titleCase(type), value: type }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: 'transaction',
		description: 'What the message is for',
	},
	{
		displayName: 'Validity (Seconds)',
		name: 'validity',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 86400,
		description: 'How long the provider tries to deliver',
	},
];

/** The part of a message that an option of the form becomes; a form option without one is the node's own. */
const messageOptionOf: Readonly<Record<string, MessageOption>> = {
	callbackData: 'callbackData',
	campaignId: 'campaignId',
	clientRef: 'clientRef',
	deliveryWindow: 'deliveryWindow',
	notify: 'notify',
	expiresAt: 'expiresAt',
	label: 'label',
	scheduleAt: 'schedule',
	shortenUrls: 'shortenUrls',
	simulate: 'simulate',
	statusUrl: 'statusUrl',
	trackClicks: 'clickTracking',
	traffic: 'traffic',
	validity: 'validity',
};

function whereOffered(property: INodeProperties): INodeProperties[] {
	const option = messageOptionOf[property.name];
	if (!option) return [property];
	return forProviders(property, '/provider', ({ profile }) => profile.options.includes(option));
}

/** Options are offered where the provider has them; one that no provider has is not offered at all. */
export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...allOptions.flatMap(whereOffered), ...senderOptions].sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
};

/** Options of the sending itself: nothing of them is in what is drawn. */
const ofSending = [
	...['concurrency', 'dryRun', 'frequencyCap', 'idempotencyKey'],
	...['includeRaw', 'perSecond', 'retries'],
];

/** The options that make a difference to what arrives. */
export const drawnOptionsProperty: INodeProperties = {
	...optionsProperty,
	options: (optionsProperty.options ?? []).filter(({ name }) => !ofSending.includes(name)),
};
