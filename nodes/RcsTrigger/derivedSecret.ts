import { createHmac } from 'node:crypto';
import type { Auth, ProviderSettings } from '../../core/settings';

/** Sets these secrets apart from anything else that may ever be derived from the same key. */
const LABEL = 'n8n-nodes-rcs: secret of a registered webhook, version 1';

/**
 * The secret a trigger registers its webhook with. It comes from the key of the account, so that every process of
 * n8n knows it, also where the static data is lost. Undefined: there is no key, and nothing may be believed by it.
 */
export function derivedSecret({ auth }: ProviderSettings, triggerId: string): string | undefined {
	const key = auth && keyOf(auth);
	if (!key) return undefined;
	const input = JSON.stringify([LABEL, triggerId]);
	return createHmac('sha256', key).update(input).digest('base64url');
}

/** What stays the same as long as nobody changes the credential, so not an access token that is renewed. */
function keyOf(auth: Auth): string {
	switch (auth.kind) {
		case 'apiKey':
			return auth.apiKey;
		case 'basic':
			return auth.password;
		case 'bearer':
			return auth.token;
		case 'oauth2':
			return auth.clientSecret;
		case 'serviceAccount':
			return auth.privateKey;
	}
}
