import type { INodeProperties } from 'n8n-workflow';
import { defined } from '../../core/json';
import type { Provider } from '../../core/provider';
import { agentLocator } from './agentLocator';
import { forProviders } from './providerForm';

/**
 * A field for a sender: chosen from a list where the provider lists its agents, else written. `provider`: the
 * parameter it is shown by, with a slash before it within a collection.
 */
export function senderFields(
	about: Pick<INodeProperties, 'name' | 'description' | 'displayOptions'>,
	provider: 'provider' | '/provider',
	takes: (provider: Provider) => boolean = () => true,
): INodeProperties[] {
	const { name, description, displayOptions } = about;
	const named = defined({ displayName: 'Sender', name, description, displayOptions });
	const chosen = { ...agentLocator.field, ...named, required: false };
	const written: INodeProperties = {
		...named,
		type: 'string',
		default: '',
		placeholder: 'e.g. DemoShop',
	};
	return [
		...forProviders(chosen, provider, (one) => takes(one) && listsAgents(one)),
		...forProviders(written, provider, (one) => takes(one) && !listsAgents(one)),
	];
}

const listsAgents = ({ agents }: Provider): boolean => agents !== undefined;
