import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { forProviders } from '../shared/providerForm';
import { forOperation } from './operation.properties';

const chosen: INodeProperties = {
	displayName: 'Carrier Names or IDs',
	name: 'carriers',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getCarriers', loadOptionsDependsOn: ['provider', 'sender'] },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

const written: INodeProperties = {
	displayName: 'Carriers',
	name: 'carriers',
	type: 'string',
	default: '',
	placeholder: 'e.g. INDIA_VI, INDONESIA_TELKOMSEL',
	description: 'The carriers to hand the template in at, separated by commas',
};

function takesCarriers({ profile }: Provider): boolean {
	return profile.templates?.carriers === true;
}

function listsCarriers(provider: Provider): boolean {
	return takesCarriers(provider) && provider.templates?.carriers !== undefined;
}

/** Where a template is handed in, at providers that want carriers named: from their list, else written. */
export const carrierProperties: INodeProperties[] = [
	...forBoth(chosen, listsCarriers),
	...forBoth(written, (provider) => takesCarriers(provider) && !listsCarriers(provider)),
];

/** A new template without carriers is handed in everywhere; a submission has to name some. */
function forBoth(field: INodeProperties, has: (provider: Provider) => boolean): INodeProperties[] {
	const creating = {
		...field,
		description: `${field.description}. All of them if empty.`,
		displayOptions: forOperation('create'),
	};
	const submitting = { ...field, required: true, displayOptions: forOperation('submit') };
	return [creating, submitting].flatMap((one) => forProviders(one, 'provider', has));
}
