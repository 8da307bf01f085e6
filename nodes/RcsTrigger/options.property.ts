import type { INodeProperties } from 'n8n-workflow';
import { senderFields } from '../shared/senderFields';
import { forProviders } from '../shared/providerForm';
import { DOWNLOAD_SECONDS } from './media';
import { DEFAULT_MEGABYTES, LATE_ANSWER } from './options';

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Channel',
			name: 'channel',
			type: 'options',
			options: [
				{ name: 'Any', value: 'any' },
				{ name: 'MMS', value: 'mms' },
				{ name: 'RCS', value: 'rcs' },
				{ name: 'SMS', value: 'sms' },
				{ name: 'WhatsApp', value: 'whatsapp' },
			],
			default: 'any',
			description: 'Only events of this channel. Events that name none are kept.',
		},
		...forProviders<INodeProperties>(
			{
				displayName: 'Download Media',
				name: 'downloadMedia',
				type: 'boolean',
				default: false,
				description: `Whether to put a file that the person sent into the item as binary data. The provider waits for its answer meanwhile, so a download ends after ${DOWNLOAD_SECONDS} seconds. What cannot be downloaded is named in media.downloadError, and the workflow starts all the same. Needs Verify Webhooks: an address that anyone could have sent is not opened.`,
			},
			'/provider',
			({ profile }) => profile.events.includes('message.received'),
		),
		{
			displayName: 'Drop Duplicates',
			name: 'dropDuplicates',
			type: 'boolean',
			default: true,
			description:
				'Whether to start the workflow only once when a provider delivers the same event again within a day. Each n8n process remembers for itself and forgets at a restart; with the Connector Service, all remember together.',
		},
		{
			displayName: 'Late Reply Answer',
			name: 'lateAnswer',
			type: 'string',
			default: LATE_ANSWER,
			description:
				'What a person gets who answers a question of Send RCS a second time, or when nobody waits for it any more. It is sent once a question. If empty, nothing is sent.',
		},
		{
			displayName: 'Max File Size (MB)',
			name: 'maxFileSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: DEFAULT_MEGABYTES,
			description: 'The largest file that Download Media takes',
		},
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			options: [
				{
					name: 'Simplified',
					value: 'simplified',
					description: 'The same fields for every provider',
				},
				{
					name: 'With Raw',
					value: 'raw',
					description: "The provider's own data as well, in the field raw",
				},
			],
			default: 'simplified',
		},
		{
			displayName: 'Postback Data Starts With',
			name: 'postbackPrefix',
			type: 'string',
			default: '',
			placeholder: 'e.g. order:',
			description:
				'Only clicks and replies whose postback data starts with this. Other events are kept.',
		},
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			description: 'The binary field that Download Media puts the file in',
		},
		...forProviders<INodeProperties>(
			{
				displayName: 'Register Webhook',
				name: 'register',
				type: 'boolean',
				default: true,
				description:
					'Whether to register the webhook URL at the provider by itself. If off, register it in the web interface of the provider and fill in the webhook fields of the credential.',
			},
			'/provider',
			({ webhook }) => webhook.subscriptions !== undefined,
		),
		{
			displayName: 'Resume Waiting Workflows',
			name: 'resumeWaiting',
			type: 'boolean',
			default: true,
			description:
				'Whether replies to Send and Wait for Response of Send RCS make its workflow go on; they do not start this workflow then. Needs Verify Webhooks.',
		},
		...senderFields(
			{
				name: 'agent',
				description: 'Only events of this sender. Events that name none are kept.',
			},
			'/provider',
		),
		{
			displayName: 'Verify Webhooks',
			name: 'verify',
			type: 'boolean',
			default: true,
			description:
				'Whether to refuse webhooks that do not prove that they come from the provider. If off, anyone who knows the URL can start this workflow with made-up events.',
		},
	],
};
