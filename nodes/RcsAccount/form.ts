import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { providers } from '../../core/providers';
import { providerCredentials, providerProperty, providersThat } from '../shared/providerForm';
import type { Operation, Resource } from './operation';
import { resources } from './resources';

/** Whether there is anything that a provider is needed for and can do. */
function canManage(provider: Provider): boolean {
	return resources.some(({ operations }) =>
		operations.some(({ has, local }) => !local && has(provider)),
	);
}

const able = providersThat(canManage);

/** What at least one provider can do; anything else is left out until one can. */
const offered: readonly Resource[] = resources
	.map((resource) => ({
		...resource,
		operations: resource.operations.filter(({ has }) => providersThat(has).length > 0),
	}))
	.filter(({ operations }) => operations.length > 0);

/** Operations that ask for no provider and no credential. */
const local = offered
	.flatMap(({ operations }) => operations)
	.filter((operation) => operation.local)
	.map(({ value }) => value);

type Choice = INodePropertyOptions & {
	value: string;
	has: (provider: Provider) => boolean;
	/** Whether no provider is needed for anything behind it. */
	isLocal: boolean;
};

/** Names the providers a choice is not for, so that it stays while no provider is asked for. */
function optionOf({ has, isLocal: _, ...choice }: Choice): INodePropertyOptions {
	const having = providersThat(has);
	const without = able.filter((id) => !having.includes(id));
	return without.length === 0
		? choice
		: { ...choice, displayOptions: { hide: { provider: without } } };
}

/** The choice to start with: one that the provider to start with has, a list if there is one. */
function startOf(choices: readonly Choice[]): string {
	const [first] = able;
	const fitting = first
		? choices.filter(({ has, isLocal }) => !isLocal && has(providers[first]))
		: [];
	const likely = fitting.length > 0 ? fitting : choices;
	return (likely.find(({ value }) => value === 'getAll') ?? likely[0])?.value ?? '';
}

function choiceOfResource({ name, value, description, operations }: Resource): Choice {
	const has = (provider: Provider) => operations.some((operation) => operation.has(provider));
	const isLocal = operations.every((operation) => operation.local);
	return { name, value, description, has, isLocal };
}

function choiceOfOperation(operation: Operation): Choice {
	const { name, value, action, description, has } = operation;
	return { name, value, action, description, has, isLocal: operation.local === true };
}

function providerField(): INodeProperties {
	return { ...providerProperty(canManage), displayOptions: { hide: { operation: local } } };
}

function resourceField(): INodeProperties {
	const choices = offered.map(choiceOfResource);
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: choices.map(optionOf),
		default: startOf(choices),
	};
}

function operationField({ value: resource, operations }: Resource): INodeProperties {
	const choices = operations.map(choiceOfOperation);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: choices.map(optionOf),
		default: startOf(choices),
	};
}

function fieldsOf({ value: resource, operations }: Resource): INodeProperties[] {
	return operations.flatMap(({ value: operation, fields }) =>
		fields.map((field) => {
			const only = { resource: [resource], operation: [operation] };
			return { ...field, displayOptions: { show: { ...only, ...field.displayOptions?.show } } };
		}),
	);
}

export const properties: INodeProperties[] = [
	providerField(),
	resourceField(),
	...offered.map(operationField),
	...offered.flatMap(fieldsOf),
];

export const credentials = providerCredentials(canManage).map((credential) => ({
	...credential,
	displayOptions: { hide: { ...credential.displayOptions.hide, operation: local } },
}));
