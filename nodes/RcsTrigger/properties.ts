import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { forProviders, providerProperty } from '../shared/providerForm';
import { eventsProperties } from './events.property';
import { optionsProperty } from './options.property';

const registers = ({ webhook }: Provider): boolean => webhook.subscriptions !== undefined;
const takesToken = ({ profile }: Provider): boolean => profile.webhookAuth.includes('urlToken');

/** How a webhook is set up where it does not register itself. */
function notice(words: string, has: (provider: Provider) => boolean): INodeProperties[] {
	const property: INodeProperties = {
		displayName: words,
		name: 'webhookNotice',
		type: 'notice',
		default: '',
	};
	return forProviders(property, 'provider', has);
}

export const properties: INodeProperties[] = [
	providerProperty(() => true),
	...notice(
		"Enter the production webhook URL above and a long random secret in the provider's web interface, and the same secret in the webhook fields of the credential. While you build the workflow, enter the test URL instead.",
		(provider) => !registers(provider) && !takesToken(provider),
	),
	...notice(
		"Put ?token= with a long random value behind the production webhook URL above, and enter this in the provider's web interface; enter the same value in the field 'Webhook URL Token' of the credential. While you build the workflow, do so with the test URL.",
		(provider) => !registers(provider) && takesToken(provider),
	),
	...eventsProperties(),
	optionsProperty,
];
