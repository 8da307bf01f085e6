import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import type { TemplateProfile } from '../../core/template';
import { forProviders, providerProperty } from '../shared/providerForm';
import { senderFields } from '../shared/senderFields';
import { carrierProperties } from './carriers.properties';
import { templateProperties } from './choice.properties';
import { contentFields } from './content.properties';
import { forOperation, operationProperties } from './operation.properties';
import { previewProperties } from './preview/properties';

export function hasTemplates({ templates }: Provider): boolean {
	return templates !== undefined;
}

/** A field for the providers whose templates have something. */
function where(fact: keyof TemplateProfile, field: INodeProperties): INodeProperties[] {
	return forProviders(field, 'provider', ({ profile }) => profile.templates?.[fact] === true);
}

const templateName: INodeProperties = {
	displayName: 'Template Name',
	name: 'templateName',
	type: 'string',
	default: '',
	placeholder: 'e.g. order_shipped',
};

export const properties: INodeProperties[] = [
	providerProperty(hasTemplates),
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Template', value: 'template' }],
		default: 'template',
	},
	...operationProperties,
	...senderFields(
		{
			name: 'sender',
			description: 'The sender whose templates these are; by default, the one of the credential',
		},
		'provider',
		({ profile }) => profile.templates?.bySender === true,
	),
	...templateProperties,
	{
		...templateName,
		required: true,
		description: 'What the template is called; what a provider does not take in a name is refused',
		displayOptions: forOperation('create'),
	},
	...where('ids', {
		...templateName,
		description: 'The new name. The template keeps its name if this is empty.',
		displayOptions: forOperation('update'),
	}),
	...where('description', {
		displayName: 'Template Description',
		name: 'templateDescription',
		type: 'string',
		default: '',
		placeholder: 'e.g. Tells that an order has shipped',
		description: 'What the template is for',
		displayOptions: forOperation('create', 'update'),
	}),
	...where('languages', {
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'e.g. en or pt-BR',
		description: 'The language of the content; a template may be kept in several',
		displayOptions: forOperation('create', 'update'),
	}),
	...carrierProperties,
	...contentFields,
	...previewProperties,
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: forOperation('getAll'),
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: {
			show: { resource: ['template'], operation: ['getAll'], returnAll: [false] },
		},
	},
];
