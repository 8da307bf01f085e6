import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { providerProperty } from '../shared/providerForm';
import { contentFields } from './content.properties';

export function hasTemplates({ templates }: Provider): boolean {
	return templates !== undefined;
}

const forOperation = (...operation: string[]) => ({ show: { resource: ['template'], operation } });

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['template'] } },
	options: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create template',
			description: 'Create a template and hand it in for approval',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete template',
			description: 'Delete a template',
		},
		{ name: 'Get', value: 'get', action: 'Get template', description: 'Get one template' },
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many templates',
			description: 'Get the templates of a sender',
		},
		{
			name: 'Get Status',
			value: 'getStatus',
			action: 'Get status of template',
			description: 'Get the approval of a template, carrier by carrier',
		},
		{
			name: 'Submit',
			value: 'submit',
			action: 'Submit template',
			description: 'Hand a template in at further carriers',
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update template',
			description: 'Change the content of a template that is not approved yet',
		},
	],
	default: 'getAll',
};

const template: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
		},
		{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. order_shipped' },
	],
	displayOptions: forOperation('delete', 'get', 'getStatus', 'submit', 'update'),
};

const carriers: INodeProperties = {
	displayName: 'Carriers',
	name: 'carriers',
	type: 'string',
	default: '',
	placeholder: 'e.g. INDIA_VI, INDONESIA_TELKOMSEL',
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
	operation,
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. DemoShop',
		description: 'The sender whose templates these are; by default, the one of the credential',
	},
	template,
	{
		displayName: 'Template Name',
		name: 'templateName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. order_shipped',
		description: 'Letters, digits and underscores; messages name the template by it',
		displayOptions: forOperation('create'),
	},
	{
		...carriers,
		description: 'The carriers to hand it in at, separated by commas. All of them if empty.',
		displayOptions: forOperation('create'),
	},
	{
		...carriers,
		required: true,
		description: 'The further carriers to hand it in at, separated by commas',
		displayOptions: forOperation('submit'),
	},
	...contentFields,
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
