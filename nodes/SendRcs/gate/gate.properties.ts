import type { INodeProperties } from 'n8n-workflow';
import { purposeNameProperty, purposeProperty } from '../../shared/purpose.properties';
import { rulesProperty } from './rules.property';

/** Who may be written to, and when. The rest appears once there is something to decide. */
export const gateProperties: INodeProperties[] = [
	{
		displayName: 'Consent Check',
		name: 'consentCheck',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Connector Service',
				value: 'service',
				description:
					'Asks the consent ledger of the Connector Service. Without an answer, no marketing message is sent.',
			},
			{
				name: 'From Item',
				value: 'item',
				description: 'A field of the item says what the person agreed to, e.g. from your CRM',
			},
			{ name: 'Off', value: 'off', description: 'You checked before that these people agreed' },
		],
		default: 'off',
		description:
			'Whether each person agreed to the message. Who did not leaves by Not Sent, with the reason.',
	},
	{
		displayName: 'Consent',
		name: 'consent',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.consent.state }}',
		description:
			'What the person agreed to: optedIn, optedOut, pending or none. Also as HubSpot and Salesforce write it, or true and false. Nothing counts as none.',
		displayOptions: { show: { consentCheck: ['item'] } },
	},
	purposeProperty(
		[
			{
				name: 'Marketing',
				value: 'marketing',
				description: 'Offers and news; needs an opt-in',
			},
			{
				name: 'Other Marketing',
				value: 'otherMarketing',
				description: 'A purpose with a name and an opt-in of its own',
			},
			{
				name: 'Other Transactional',
				value: 'otherTransactional',
				description:
					'A purpose with a name of its own that is no marketing. The Connector Service takes it for marketing unless its configuration says so too.',
			},
			{
				name: 'Transactional',
				value: 'transactional',
				description: 'Codes, order news, answers',
			},
		],
		{ show: { consentCheck: ['item', 'service'] } },
		'What the message is for. One with the traffic type Promotion is marketing, whatever its purpose.',
	),
	purposeNameProperty({
		show: {
			consentCheck: ['item', 'service'],
			purpose: ['otherMarketing', 'otherTransactional'],
		},
	}),
	rulesProperty,
];
