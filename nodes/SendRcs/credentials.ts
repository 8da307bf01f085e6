import { serviceCredential, serviceCredentialLabel } from '../shared/connectorService';
import { providerCredentials } from '../shared/providerForm';
import { operations } from './operations';

/**
 * The account of the provider, and the connector service where it checks consent. They name what they are
 * not for, because n8n takes a field that credentials are shown for as a choice of how to sign in, and hides
 * it from the node.
 */
export const credentials = [
	...providerCredentials(() => true),
	{
		name: serviceCredential,
		displayName: serviceCredentialLabel,
		required: true,
		displayOptions: {
			hide: { consentCheck: ['off', 'item'], operation: [...Object.keys(operations), 'preview'] },
		},
	},
];
