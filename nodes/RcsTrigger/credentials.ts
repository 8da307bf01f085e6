import { serviceCredential, serviceCredentialLabel } from '../shared/connectorService';
import { providerCredentials } from '../shared/providerForm';

/** The account of the provider, and the connector service where it gets the events. */
export const credentials = [
	...providerCredentials(() => true),
	{
		name: serviceCredential,
		displayName: serviceCredentialLabel,
		required: true,
		displayOptions: { hide: { handOn: [false] } },
	},
];
