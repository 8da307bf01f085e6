import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { forProviders, providerProperty } from '../shared/providerForm';
import { eventsProperties } from './events.property';
import { optionsProperty } from './options.property';
import { serviceProperties } from './service.properties';

const registers = ({ webhook }: Provider): boolean => webhook.subscriptions !== undefined;
const takesToken = ({ profile }: Provider): boolean => profile.webhookAuth.includes('urlToken');

/** The provider makes the secret and asks the endpoint for it, so that the credential must know it first. */
const asks = ({ webhook }: Provider): boolean => webhook.handshake !== undefined;
const tapsAreTexts = ({ profile }: Provider): boolean => profile.tapsAreTexts === true;

function notice(
	name: string,
	words: string,
	has: (provider: Provider) => boolean,
): INodeProperties[] {
	const property: INodeProperties = { displayName: words, name, type: 'notice', default: '' };
	return forProviders(property, 'provider', has);
}

export const properties: INodeProperties[] = [
	providerProperty(() => true),
	...notice(
		'webhookNotice',
		'Set it up in this order. 1. Copy the token that the provider\'s web interface shows for the webhook (Google names it clientToken) into the webhook field of the credential, and save the credential. 2. Publish this workflow. 3. Enter the production webhook URL above in the web interface and verify it: this node answers only when it knows the token. While you build the workflow, click "Execute step" and verify the test URL instead.',
		(provider) => !registers(provider) && asks(provider),
	),
	...notice(
		'webhookNotice',
		"Enter the production webhook URL above and a long random secret in the provider's web interface, and the same secret in the webhook fields of the credential. While you build the workflow, enter the test URL instead.",
		(provider) => !registers(provider) && !asks(provider) && !takesToken(provider),
	),
	...notice(
		'webhookNotice',
		"Put ?token= with a long random value behind the production webhook URL above, and enter this in the provider's web interface; enter the same value in the field 'Webhook URL Token' of the credential. While you build the workflow, do so with the test URL.",
		(provider) => !registers(provider) && !asks(provider) && takesToken(provider),
	),
	...notice(
		'tapsNotice',
		'A tap on a reply arrives as Message Received at this provider, with the text of the reply. Message Replied comes only where the webhook holds postback data, which the provider does not promise.',
		tapsAreTexts,
	),
	...eventsProperties(),
	...serviceProperties,
	optionsProperty,
];
