import type { IAuthenticate } from 'n8n-workflow';
import { settingsFromFields } from '../core/fields';
import { asString } from '../core/json';
import type { Provider } from '../core/provider';

/** How n8n authenticates a request: with the headers the provider's adapter makes. */
export function authorized(provider: Provider): IAuthenticate {
	return async (credentials, request) => {
		const authorization = provider.authorize(settingsFromFields(credentials, provider));
		const headers = authorization.ok ? authorization.value : {};
		return { ...request, headers: { ...request.headers, ...headers } };
	};
}

/** The same for an API that takes a token as it is, which is in a field of the credential. */
export function bearer(field: string): IAuthenticate {
	return async (credentials, request) => {
		const token = (asString(credentials[field]) ?? '').trim();
		return { ...request, headers: { ...request.headers, Authorization: `Bearer ${token}` } };
	};
}
