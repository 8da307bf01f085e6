import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import {
	forProviders,
	providerCredentials,
	providerProperty,
	providersThat,
} from '../shared/providerForm';
import type { Operation, Resource } from './operation';
import { resources } from './resources';

/** What at least one provider can do; anything else is left out until one can. */
const offered: readonly Resource[] = resources
	.map((resource) => ({
		...resource,
		operations: resource.operations.filter(({ has }) => providersThat(has).length > 0),
	}))
	.filter(({ operations }) => operations.length > 0);

/** Operations that ask for no credential. */
const local = offered
	.flatMap(({ operations }) => operations)
	.filter((operation) => operation.local)
	.map(({ value }) => value);

/** Whether there is anything that a provider is needed for and can do. */
function canManage(provider: Provider): boolean {
	return resources.some(({ operations }) =>
		operations.some(({ has, local }) => !local && has(provider)),
	);
}

/** What can be chosen, and who has it. */
type Choice = INodePropertyOptions & {
	value: string;
	has: (provider: Provider) => boolean;
	/** Whether no provider is needed for anything behind it. */
	isLocal: boolean;
};

function choiceOfResource({ name, value, description, operations }: Resource): Choice {
	const has = (provider: Provider) => operations.some((operation) => operation.has(provider));
	const isLocal = operations.every((operation) => operation.local);
	return { name, value, description, has, isLocal };
}

function choiceOfOperation(operation: Operation): Choice {
	const { name, value, action, description, has } = operation;
	return { name, value, action, description, has, isLocal: operation.local === true };
}

/** The choice a provider starts with: a list if it has one, else the first that needs a provider. */
function startOf(choices: readonly Choice[], provider: Provider): string | undefined {
	const had = choices.filter(({ has }) => has(provider));
	const fitting = had.filter(({ isLocal }) => !isLocal);
	const likely = fitting.length > 0 ? fitting : had;
	return (likely.find(({ value }) => value === 'getAll') ?? likely[0])?.value;
}

/** A field once for all providers that start with the same choice: each default must be one they have. */
function choosing(field: INodeProperties, choices: readonly Choice[]): INodeProperties[] {
	return choices.flatMap(({ value: standard }) => {
		const among = (provider: Provider) =>
			canManage(provider) && startOf(choices, provider) === standard;
		const options = choices.flatMap(({ has, isLocal: _, ...option }) =>
			forProviders<INodePropertyOptions>(
				option,
				'provider',
				(provider) => among(provider) && has(provider),
			),
		);
		return forProviders({ ...field, options, default: standard }, 'provider', among);
	});
}

const resourceFields = choosing(
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: '',
	},
	offered.map(choiceOfResource),
);

function operationFields({ value: resource, operations }: Resource): INodeProperties[] {
	const field: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		default: '',
	};
	return choosing(field, operations.map(choiceOfOperation));
}

function fieldsOf({ value: resource, operations }: Resource): INodeProperties[] {
	return operations.flatMap(({ value: operation, fields, has }) =>
		fields.flatMap((field) => {
			const only = { resource: [resource], operation: [operation] };
			const displayOptions = { show: { ...only, ...field.displayOptions?.show } };
			return forProviders({ ...field, displayOptions }, 'provider', has);
		}),
	);
}

export const properties: INodeProperties[] = [
	providerProperty(canManage),
	...resourceFields,
	...offered.flatMap(operationFields),
	...offered.flatMap(fieldsOf),
];

export const credentials = providerCredentials(canManage).map((credential) => ({
	...credential,
	displayOptions: { hide: { ...credential.displayOptions.hide, operation: local } },
}));
