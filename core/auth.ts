import type { Parsed } from './message/schema';
import type { Auth, AuthKind, ProviderSettings } from './settings';
import { basicAuth } from './webhook/secrets';

/** How an API key travels; everything else is alike at all providers. */
export type ApiKeyHeader = (apiKey: string) => Record<string, string>;

/** The authenticating headers for the kinds of `auth` a provider has. */
export function authorization(
	settings: ProviderSettings,
	kinds: readonly AuthKind[],
	apiKeyHeader?: ApiKeyHeader,
): Parsed<Record<string, string>> {
	const { auth } = settings;
	const path = 'settings.auth';
	if (!auth) return { ok: false, problems: [{ path, message: 'settings.auth is missing' }] };
	if (!kinds.includes(auth.kind)) {
		const message = `settings.auth.kind must be one of ${kinds.join(', ')}, but is ${auth.kind}`;
		return { ok: false, problems: [{ path: `${path}.kind`, message }] };
	}
	return { ok: true, value: headers(auth, apiKeyHeader) };
}

function headers(auth: Auth, apiKeyHeader?: ApiKeyHeader): Record<string, string> {
	switch (auth.kind) {
		case 'apiKey':
			return apiKeyHeader?.(auth.apiKey) ?? { Authorization: `Bearer ${auth.apiKey}` };
		case 'basic':
			return { Authorization: basicAuth(auth.username, auth.password) };
		case 'bearer':
			return { Authorization: `Bearer ${auth.token}` };
		case 'oauth2':
		case 'serviceAccount':
			return { Authorization: `Bearer ${auth.accessToken ?? ''}` };
	}
}
