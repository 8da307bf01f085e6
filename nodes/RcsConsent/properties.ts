import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { purposeNameProperty, purposeProperty } from '../shared/purpose.properties';
import type { OperationName } from './operations';
import { shopProperties } from './shop.properties';
import { statementProperties } from './statement.properties';

const only = (...operation: OperationName[]): IDisplayOptions => ({ show: { operation } });

const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Check',
			value: 'check',
			action: 'Check consent',
			description: 'Find out who agreed to messages for a purpose',
		},
		{
			name: 'Get History',
			value: 'getHistory',
			action: 'Get history of consent',
			description: 'Get everything that was stated about a person, with its proof',
		},
		{
			name: 'Opt In',
			value: 'optIn',
			action: 'Opt in',
			description: 'Record that people agreed, with the proof',
		},
		{
			name: 'Opt Out',
			value: 'optOut',
			action: 'Opt out',
			description: 'Record that people want no messages any more',
		},
		{
			name: 'Record From Shop',
			value: 'recordFromShop',
			action: 'Record consent from shop',
			description: 'Record what a shop says of the consent of its customers',
		},
	] satisfies { name: string; value: OperationName; action: string; description: string }[],
	default: 'check',
};

const purposes: readonly INodePropertyOptions[] = [
	{ name: 'Marketing', value: 'marketing' },
	{
		name: 'Other',
		value: 'other',
		description:
			'A purpose with a name of its own. STOP ends it, unless the configuration of the service calls it transactional.',
	},
	{ name: 'Transactional', value: 'transactional', description: 'Codes, order news, answers' },
];
const allMarketing: INodePropertyOptions = {
	name: 'All Marketing',
	value: '*',
	description: 'Every purpose but transactional ones, as STOP and START mean it',
};

/** Whoever unsubscribes means everything, unless they were asked. */
const optOutPurpose: INodeProperties = {
	displayName: 'Purpose',
	name: 'purpose',
	type: 'options',
	options: [allMarketing, ...purposes],
	default: '*',
	description: 'What the person wants no messages for any more',
	displayOptions: only('optOut'),
};

const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Agent',
			name: 'agent',
			type: 'string',
			default: '',
			placeholder: 'e.g. DemoShop',
			description:
				'The sender that the consent is for, as Send RCS names it; by default, it is for all of yours',
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
			displayName: 'Include Input Fields',
			name: 'includeInput',
			type: 'boolean',
			default: true,
			description:
				"Whether to keep the fields of the item and add the consent as the field 'consent'. If off, it is the whole item.",
		},
		{
			displayName: 'Retries',
			name: 'retries',
			type: 'number',
			noDataExpression: true,
			typeOptions: { minValue: 0, maxValue: 10 },
			default: 3,
			description: 'How often to try again when the service is busy or does not answer',
		},
	],
};

export const properties: INodeProperties[] = [
	operationProperty,
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +447700900123',
		description:
			'The number of each item, with + and its country code. All items are handled in few calls.',
		displayOptions: only('check', 'getHistory', 'optIn', 'optOut'),
	},
	...shopProperties,
	purposeProperty(purposes, only('check', 'getHistory'), 'What the messages are for'),
	purposeProperty(
		[allMarketing, ...purposes],
		only('optIn', 'recordFromShop'),
		'What the person agreed to get messages for',
	),
	optOutPurpose,
	purposeNameProperty({ show: { purpose: ['other'] } }),
	...statementProperties,
	optionsProperty,
];
