import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { FallbackChannel } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { forProviders } from '../shared/providerForm';
import { whatsappProperties } from './fallbackWhatsapp.properties';

/** A channel, offered where the provider falls back to it. */
function fallbackChoice(choice: INodePropertyOptions & { value: FallbackChannel }) {
	return forProviders(choice, 'provider', ({ profile }) =>
		profile.fallback.channels.includes(choice.value),
	);
}

function hasFallback({ profile }: Provider): boolean {
	return profile.fallback.channels.length > 0;
}

const fallbackText: INodeProperties = {
	displayName: 'Fallback Text',
	name: 'fallbackText',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Your order has shipped: https://shop.example.com/t/1001',
	description: 'Many phones show only this text, so it should say it all',
};

/** What goes out when RCS cannot deliver. */
export const fallbackProperties: INodeProperties[] = [
	...forProviders<INodeProperties>(
		{
			displayName: 'Fallback',
			name: 'fallback',
			type: 'options',
			options: [
				...fallbackChoice({
					name: 'MMS',
					value: 'mms',
					description: 'The provider sends an MMS when RCS cannot deliver',
				}),
				{ name: 'None', value: 'none' },
				...fallbackChoice({
					name: 'SMS',
					value: 'sms',
					description: 'The provider sends an SMS when RCS cannot deliver',
				}),
				...fallbackChoice({
					name: 'WhatsApp, Then SMS',
					value: 'whatsapp',
					description: 'The provider sends a WhatsApp message, and an SMS when that fails too',
				}),
			],
			default: 'none',
		},
		'provider',
		hasFallback,
	),
	...forProviders<INodeProperties>(
		{
			displayName:
				'This provider sends no SMS of its own. Set Validity in the options, and send the SMS yourself: from the output Not Sent where safeToFallBack is true, and when RCS Trigger tells Message Expired.',
			name: 'fallbackNotice',
			type: 'notice',
			default: '',
		},
		'provider',
		(provider) => !hasFallback(provider),
	),
	{ ...fallbackText, required: true, displayOptions: { show: { fallback: ['sms', 'whatsapp'] } } },
	{ ...fallbackText, displayOptions: { show: { fallback: ['mms'] } } },
	{
		displayName: 'Fallback File URLs',
		name: 'fallbackMediaUrls',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/parcel.png',
		description: 'Addresses of the files of the MMS, separated by commas',
		displayOptions: { show: { fallback: ['mms'] } },
	},
	...whatsappProperties,
	{
		displayName: 'Fallback Options',
		name: 'fallbackOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { fallback: ['sms', 'mms', 'whatsapp'] } },
		options: [
			{
				displayName: 'Maximum SMS Parts',
				name: 'maxParts',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10 },
				default: 3,
				description: 'A longer text is refused before anything is sent. Each part is billed.',
				displayOptions: { show: { '/fallback': ['sms', 'whatsapp'] } },
			},
			...forProviders<INodeProperties>(
				{
					displayName: 'Sender',
					name: 'from',
					type: 'string',
					default: '',
					placeholder: 'e.g. DemoShop',
					description:
						'Who the SMS or MMS comes from; by default, the credential where it names one, else the provider decides',
				},
				'/provider',
				({ profile }) => profile.options.includes('fallbackFrom'),
			),
			{
				displayName: 'Subject',
				name: 'subject',
				type: 'string',
				default: '',
				description: 'The subject of the MMS',
				displayOptions: { show: { '/fallback': ['mms'] } },
			},
		],
	},
	{
		displayName: 'If Not Supported',
		name: 'ifNotSupported',
		type: 'options',
		options: [
			{
				name: 'Downgrade',
				value: 'downgrade',
				description: 'Send the closest message the provider can carry and report what was changed',
			},
			{
				name: 'Fail',
				value: 'fail',
				description: 'Do not send; the item leaves by the Not Sent output',
			},
		],
		default: 'fail',
		description: 'What to do with a message that is too long or has parts the provider lacks',
	},
];
