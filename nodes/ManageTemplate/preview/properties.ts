import type { INodeProperties } from 'n8n-workflow';
import { forProviders } from '../../shared/providerForm';
import { previewOptionsProperty } from '../../shared/preview/properties';
import { can, forOperation } from '../operation.properties';

const variables: INodeProperties = {
	displayName: 'Variables',
	name: 'previewVariables',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Variable',
	default: {},
	description: 'What the template is filled with; a variable without a value stays as its name',
	displayOptions: forOperation('preview', 'previewDraft'),
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

/** What the operations that draw need, where a provider has one of them. */
export const previewProperties: INodeProperties[] = [
	variables,
	{ ...previewOptionsProperty, displayOptions: forOperation('preview', 'previewDraft') },
].flatMap((field) =>
	forProviders(field, 'provider', (provider) =>
		(['preview', 'previewDraft'] as const).some((operation) => can(operation)(provider)),
	),
);
