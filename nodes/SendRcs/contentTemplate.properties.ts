import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { forProviders } from '../shared/providerForm';
import { forType } from './contentType';

const lists = ({ templates }: Provider): boolean => templates?.list !== undefined;

const chosenTemplate: INodeProperties = {
	displayName: 'Template',
	name: 'templateId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'A template that is stored at the provider; Manage Template can create them',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. order_shipped' },
	],
	displayOptions: forType('template'),
};

const writtenTemplate: INodeProperties = {
	displayName: 'Template Name or ID',
	name: 'templateId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. order_shipped',
	description: 'As the provider lists it',
	displayOptions: forType('template'),
};

/** The variables that were found in the chosen template. Mode `add` is the one in which n8n shows what is missing. */
const foundVariables: INodeProperties = {
	displayName: 'Variables',
	name: 'templateValues',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	typeOptions: {
		loadOptionsDependsOn: ['provider', 'templateId.value', 'options.from'],
		resourceMapper: {
			resourceMapperMethod: 'getTemplateVariables',
			mode: 'add',
			valuesLabel: 'Variables',
			fieldWords: { singular: 'variable', plural: 'variables' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: false,
		},
	},
	displayOptions: { ...forType('template'), hide: { templateId: [''] } },
};

const namedVariables: INodeProperties = {
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
};

const moreVariables: INodeProperties = {
	...namedVariables,
	displayName: 'More Variables',
	description:
		'For variables without a field of their own, such as those of a template that an expression chooses',
};

/** A template that is stored at the provider, and its variables: found in it where the provider lists templates. */
export const templateProperties: INodeProperties[] = [
	...forProviders(chosenTemplate, 'provider', lists),
	...forProviders(writtenTemplate, 'provider', (provider) => !lists(provider)),
	...forProviders(foundVariables, 'provider', lists),
	...forProviders(moreVariables, 'provider', lists),
	...forProviders(namedVariables, 'provider', (provider) => !lists(provider)),
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
