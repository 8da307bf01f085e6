import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { type ProviderId, providerIds, providers } from '../../core/providers';

/** The Provider drop-down, with the providers that can do what the node is for. */
export function providerProperty(can: (provider: Provider) => boolean): INodeProperties {
	const able = providersThat(can);
	const [first = ''] = able;
	return {
		displayName: 'Provider',
		name: 'provider',
		type: 'options',
		noDataExpression: true,
		options: able
			.map((id) => ({ name: providers[id].profile.displayName, value: id }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: first,
		description: 'The RCS provider to work with',
	};
}

/**
 * A node's credentials: one for each provider in its drop-down. They name the providers they are not for, because
 * n8n takes a field that credentials are shown for as a choice of how to sign in, and hides it from the node.
 */
export function providerCredentials(can: (provider: Provider) => boolean) {
	const able = providersThat(can);
	return able.map((id) => ({
		name: providers[id].profile.credential,
		required: true,
		displayOptions: { hide: { provider: able.filter((other) => other !== id) } },
	}));
}

/** A field or choice for the providers that have it: shown for some, for all, or not there for none. */
export function forProviders<P extends { displayOptions?: IDisplayOptions }>(
	property: P,
	parameter: 'provider' | '/provider',
	has: (provider: Provider) => boolean,
): P[] {
	const able = providersThat(has);
	if (able.length === 0) return [];
	if (able.length === providerIds.length) return [property];
	const { displayOptions } = property;
	const show = { ...displayOptions?.show, [parameter]: able };
	return [{ ...property, displayOptions: { ...displayOptions, show } }];
}

/** Ids of the providers with an ability, in the order of the registry. */
export function providersThat(can: (provider: Provider) => boolean): ProviderId[] {
	return providerIds.filter((id) => can(providers[id]));
}
