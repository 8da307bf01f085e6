import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { serviceCredential } from '../shared/connectorService';
import {
	forProviders,
	providerCredentials,
	providerProperty,
	providersThat,
} from '../shared/providerForm';
import { senderFields } from '../shared/senderFields';
import { senderField } from './fields';
import type { Operation, Resource } from './operation';
import { resources } from './resources';

/** What at least one provider can do; anything else is left out until one can. */
const offered: readonly Resource[] = resources
	.map((resource) => ({
		...resource,
		operations: resource.operations.filter(({ has }) => providersThat(has).length > 0),
	}))
	.filter(({ operations }) => operations.length > 0);

/** Operations that take no credential of this kind. */
function withoutCredentialOf(asked: Operation['asks']): string[] {
	const values = offered
		.flatMap(({ operations }) => operations)
		.filter(({ asks }) => asks !== asked)
		.map(({ value }) => value);
	return [...new Set(values)];
}

/** Whether there is anything that a provider is needed for and can do. */
function canManage(provider: Provider): boolean {
	return resources.some(({ operations }) =>
		operations.some(({ has, asks }) => asks === 'provider' && has(provider)),
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
	const isLocal = operations.every(({ asks }) => asks !== 'provider');
	return { name, value, description, has, isLocal };
}

function choiceOfOperation(operation: Operation): Choice {
	const { name, value, action, description, has, asks } = operation;
	return { name, value, action, description, has, isLocal: asks !== 'provider' };
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
			const shown = { ...field, displayOptions };
			return field === senderField
				? senderFields(shown, 'provider', has)
				: forProviders(shown, 'provider', has);
		}),
	);
}

export const properties: INodeProperties[] = [
	providerProperty(canManage),
	...resourceFields,
	...offered.flatMap(operationFields),
	...offered.flatMap(fieldsOf),
];

/** Each names what it is not for: see providerCredentials. */
export const credentials = [
	...providerCredentials(canManage).map((credential) => ({
		...credential,
		displayOptions: {
			hide: { ...credential.displayOptions.hide, operation: withoutCredentialOf('provider') },
		},
	})),
	{
		name: serviceCredential,
		required: true,
		displayOptions: { hide: { operation: withoutCredentialOf('service') } },
	},
];
