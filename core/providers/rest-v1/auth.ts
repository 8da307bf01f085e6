import { authorization } from '../../auth';
import { providerError, RcsError } from '../../errors';
import { asObject, defined } from '../../json';
import type { Parsed } from '../../message/schema';
import type { Call, Tokens } from '../../provider';
import type { Auth, ProviderSettings } from '../../settings';
import { basicAuth } from '../../webhook/secrets';
import { place } from './fieldMap';
import { restOptions } from './options';
import { profile } from './profile';
import { pickString } from './read';
import { ask } from './request';

type Client = Extract<Auth, { kind: 'oauth2' }>;

/** `Authorization: Bearer` with the API key or the access token; header and scheme of a key are options. */
export function authorize(settings: ProviderSettings): Parsed<Record<string, string>> {
	const { header, scheme } = restOptions(settings).apiKey;
	return authorization(settings, profile.auth, (apiKey) => ({
		[header]: scheme ? `${scheme} ${apiKey}` : apiKey,
	}));
}

/**
 * A new access token: for the refresh token where there is one, which is used up by that, else by
 * signing in again. A refresh token the service refuses - used before, expired - is no reason to give up.
 */
export async function accessToken(call: Call): Promise<Tokens> {
	const { auth } = call.settings;
	if (auth?.kind !== 'oauth2') {
		const message = `${profile.displayName} gives tokens to OAuth2 clients only`;
		throw new RcsError(providerError('configuration', message));
	}
	const renewed = auth.refreshToken ? await refresh(call, auth.refreshToken) : undefined;
	return renewed ?? tokensIn(await signIn(call, auth));
}

async function refresh(call: Call, refreshToken: string): Promise<Tokens | undefined> {
	const { fields } = restOptions(call.settings);
	try {
		const body = place({ refreshToken }, fields);
		return tokensIn(await ask(call, 'POST', 'refresh', { body }), refreshToken);
	} catch (error) {
		if (error instanceof RcsError && isRefusal(error.detail.httpStatus)) return undefined;
		throw error;
	}
}

/** Too many requests, or a service that does not work, will not be better at signing in. */
function isRefusal(status = 0): boolean {
	return status >= 400 && status < 500 && status !== 429;
}

function signIn(call: Call, { clientId, clientSecret }: Client): Promise<unknown> {
	const { fields, oauth } = restOptions(call.settings);
	const { grant, scope } = oauth;
	if (grant === 'login')
		return ask(call, 'POST', 'login', { body: place({ clientId, clientSecret, scope }, fields) });
	return ask(call, 'GET', 'token', {
		headers: { Authorization: basicAuth(clientId, clientSecret) },
		query: scope ? { [fields.scope]: scope } : {},
	});
}

/** Reads `{access_token, refresh_token, expires_in}`. A service that does not rotate keeps the token that was used. */
function tokensIn(body: unknown, used?: string): Tokens {
	const answer = asObject(body);
	const token = pickString(answer, 'access_token', 'token');
	if (!token) {
		const message = `${profile.displayName} answered without an access token`;
		throw new RcsError(providerError('auth', message));
	}
	return {
		accessToken: token,
		...defined({ refreshToken: pickString(answer, 'refresh_token') ?? used }),
	};
}
