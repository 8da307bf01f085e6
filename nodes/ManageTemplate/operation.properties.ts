import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { forProviders } from '../shared/providerForm';
import { methodOf, type OperationName } from './operations';

/** Alphabetical, as n8n wants it. */
const choices: readonly (INodePropertyOptions & { value: OperationName })[] = [
	{
		name: 'Create',
		value: 'create',
		action: 'Create template',
		description: 'Create a template; some providers hand it in for approval at once',
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
		description: 'Get the templates of the account or sender',
	},
	{
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get status of template',
		description: 'Get the approval of a template, carrier by carrier where the provider tells',
	},
	{
		name: 'Preview',
		value: 'preview',
		action: 'Preview template',
		description: 'Draw a template as messages made of it would arrive',
	},
	{
		name: 'Preview Draft',
		value: 'previewDraft',
		action: 'Preview draft of template',
		description: 'Draw the content below as a template, without creating it',
	},
	{
		name: 'Submit',
		value: 'submit',
		action: 'Submit template',
		description: 'Hand a template in for approval, or at further carriers',
	},
	{
		name: 'Update',
		value: 'update',
		action: 'Update template',
		description: 'Change the content of a template that is not approved yet',
	},
];

/** Whether a provider has an operation. */
export function can(value: OperationName): (provider: Provider) => boolean {
	return ({ templates }) => templates?.[methodOf[value]] !== undefined;
}

const lists = can('getAll');

/** Once for providers that can list, once for those that cannot: the default must be one they have. */
export const operationProperties: INodeProperties[] = [
	...operationFor('getAll', lists),
	...operationFor('create', (provider) => can('create')(provider) && !lists(provider)),
];

function operationFor(
	standard: OperationName,
	among: (provider: Provider) => boolean,
): INodeProperties[] {
	const property: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['template'] } },
		options: choices.flatMap((choice) =>
			forProviders(
				choice,
				'provider',
				(provider) => among(provider) && can(choice.value)(provider),
			),
		),
		default: standard,
	};
	return forProviders(property, 'provider', among);
}

/** When a field of some operations is shown. */
export function forOperation(...operation: OperationName[]): IDisplayOptions {
	return { show: { resource: ['template'], operation } };
}
