import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { agentLocator } from '../shared/agentLocator';
import { forProviders } from '../shared/providerForm';

const about = {
	displayName: 'Sender',
	name: 'from',
	description: 'The sender the message comes from; by default, the one of the credential',
} as const;

const written: INodeProperties = {
	...about,
	type: 'string',
	default: '',
	placeholder: 'e.g. DemoShop',
};

const chosen: INodeProperties = { ...agentLocator.field, ...about, required: false };

const takesSender = ({ profile }: Provider): boolean => profile.options.includes('from');
const lists = ({ agents }: Provider): boolean => agents !== undefined;

/** The sender as an option: chosen from a list where the provider lists its agents. */
export const senderOptions: INodeProperties[] = [
	...forProviders(chosen, '/provider', (provider) => takesSender(provider) && lists(provider)),
	...forProviders(written, '/provider', (provider) => takesSender(provider) && !lists(provider)),
];
