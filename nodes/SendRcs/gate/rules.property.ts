import type { INodeProperties } from 'n8n-workflow';
import { weekdays } from '../../../core/message/types';
import { titleCase } from '../../shared/titleCase';

const forTransactional = ['transactional', 'otherTransactional'];

const ownHours: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		default: '10:00',
		placeholder: 'e.g. 10:00',
		description: 'Marketing may go out from then on, by the clocks of each person',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '19:00',
		placeholder: 'e.g. 19:00',
		description: 'And before then, on the same day',
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'multiOptions',
		options: weekdays.map((day) => ({ name: titleCase(day), value: day })),
		default: [...weekdays],
	},
	{
		displayName: "Instead of the Country's",
		name: 'replace',
		type: 'boolean',
		default: false,
		description:
			"Whether the hours of the person's country no longer hold. If off, both have to allow the message.",
	},
];

/** Everything that has a sensible default. Alphabetical, as n8n wants it. */
export const rulesProperty: INodeProperties = {
	displayName: 'Sending Rules',
	name: 'rules',
	type: 'collection',
	placeholder: 'Add rule',
	default: {},
	options: [
		{
			displayName: 'Country of the Person',
			name: 'country',
			type: 'string',
			default: '',
			placeholder: 'e.g. GB',
			description: 'In two letters, for quiet hours; by default, the number tells',
		},
		{
			displayName: 'If the Ledger Cannot Be Asked',
			name: 'ifLedgerDown',
			type: 'options',
			options: [
				{ name: 'Do Not Send', value: 'stop' },
				{ name: 'Send', value: 'send', description: 'Unless it needs an opt-in' },
			],
			default: 'send',
			description:
				'What becomes of transactional messages while the service gives no answer. Marketing and purposes with names of their own are never sent then.',
			displayOptions: { show: { '/consentCheck': ['service'], '/purpose': ['transactional'] } },
		},
		{
			displayName: 'Own Hours',
			name: 'ownHours',
			type: 'fixedCollection',
			default: { hours: { from: '10:00', to: '19:00', days: [...weekdays], replace: false } },
			placeholder: 'Add Hours',
			description: 'Hours of yours in which marketing may go out, by the clocks of each person',
			options: [{ displayName: 'Hours', name: 'hours', values: ownHours }],
		},
		{
			displayName: 'Quiet Hours',
			name: 'quietHours',
			type: 'options',
			options: [
				{
					name: "By the Person's Country",
					value: 'country',
					description: 'Marketing waits until it may go out there',
				},
				{ name: 'Off', value: 'off', description: 'It goes out at any time' },
			],
			default: 'country',
			description:
				"When marketing may go out. Without this rule, it is by the person's country where consent is checked - with the Connector Service, as its configuration says - and at any time where it is not. What has to wait leaves by Not Sent, with the time.",
		},
		{
			displayName: 'Time Zone of the Person',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/London',
			description: 'For quiet hours; by default, the number tells',
		},
		{
			displayName: 'Transactional Messages Need',
			name: 'transactionalConsent',
			type: 'options',
			options: [
				{ name: 'An Opt-In', value: 'optIn' },
				{ name: 'No Opt-Out', value: 'noOptOut' },
				{ name: 'Nothing', value: 'nothing' },
			],
			default: 'noOptOut',
			description:
				'For their own purpose: who opted out of marketing still gets order news. With the Connector Service, only stricter than its configuration.',
			displayOptions: {
				show: { '/consentCheck': ['item', 'service'], '/purpose': forTransactional },
			},
		},
	],
};
