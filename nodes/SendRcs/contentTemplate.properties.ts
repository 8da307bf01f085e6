import type { INodeProperties } from 'n8n-workflow';
import { forProviders } from '../shared/providerForm';
import { forType } from './contentType';

/** A template that is stored at the provider, and its variables. */
export const templateProperties: INodeProperties[] = [
	{
		displayName: 'Template Name or ID',
		name: 'templateId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. order_shipped',
		description: 'As the provider lists it; Manage Template can list them',
		displayOptions: forType('template'),
	},
	{
		displayName: 'Variables',
		name: 'templateVariables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Variable',
		default: {},
		displayOptions: forType('template'),
		options: [
			{
				displayName: 'Variable',
				name: 'variable',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '' },
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	},
	...forProviders<INodeProperties>(
		{
			displayName: 'Language',
			name: 'templateLanguage',
			type: 'string',
			default: '',
			placeholder: 'e.g. en',
			displayOptions: forType('template'),
		},
		'provider',
		({ profile }) => profile.options.includes('language'),
	),
];
