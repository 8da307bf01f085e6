import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/clock';
import { describeProblems, providerError, RcsError } from '../../core/errors';
import type { Http } from '../../core/http';
import type { Provider } from '../../core/provider';
import type { ProviderSettings } from '../../core/settings';
import { lost } from './lost';
import { withSession } from './session';
import { fetchOnce, toResponse, wireOf } from './wire';

/** How long a provider may take to answer. */
const TIMEOUT_MS = 30_000;

/**
 * A transport to a provider, with the account's authentication. Tokens that end are fetched and renewed
 * where the account has what it takes; one it was given is used first.
 */
export function providerHttp(
	provider: Provider,
	settings: ProviderSettings,
	clock: Clock,
	timeoutMs = TIMEOUT_MS,
): Http {
	let account = settings;
	const wire = overFetch(timeoutMs);
	const send: Http = (request) =>
		wire({ ...request, headers: { ...authorizationOf(provider, account), ...request.headers } });
	const { auth } = settings;
	const { accessToken } = provider;
	if (!accessToken || !auth || !('accessToken' in auth || hasGrant(auth.kind))) return send;
	let isGiven = 'accessToken' in auth && auth.accessToken !== undefined;
	return withSession(send, async () => {
		if (isGiven) {
			isGiven = false;
			return;
		}
		const call = { http: wire, settings: account, now: new Date(clock.now()), newId: randomUUID };
		const tokens = await accessToken(call);
		account = { ...account, auth: { ...auth, ...tokens } };
	});
}

/** Kinds of `auth` that are no token themselves but get one. */
function hasGrant(kind: string): boolean {
	return kind === 'oauth2' || kind === 'serviceAccount';
}

function authorizationOf(provider: Provider, settings: ProviderSettings): Record<string, string> {
	const authorization = provider.authorize(settings);
	if (authorization.ok) return authorization.value;
	const message = describeProblems(authorization.problems);
	throw new RcsError(
		providerError('configuration', message, {
			advice: 'Correct the settings of this connection in the configuration of the service.',
		}),
	);
}

function overFetch(timeoutMs: number): Http {
	return async (request) => {
		const { headers, body } = wireOf(request);
		const init = {
			method: request.method,
			headers,
			...(body === undefined ? {} : { body: bytesOf(body) }),
		};
		try {
			return await toResponse(await fetchOnce(request.url, init, timeoutMs));
		} catch (error) {
			throw lost(request.url, error);
		}
	};
}

function bytesOf(body: string | Buffer): string | Uint8Array<ArrayBuffer> {
	return typeof body === 'string' ? body : Uint8Array.from(body);
}
