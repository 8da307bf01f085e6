import { networkError, type Http } from '../../core/http';
import type { Provider } from '../../core/provider';
import type { ProviderSettings } from '../../core/settings';

/** A transport of the core over real HTTP, with the account's authentication. */
export function fetchHttp(provider: Provider, settings: ProviderSettings): Http {
	const authorization = provider.authorize(settings);
	if (!authorization.ok) throw new Error('The settings have no authentication');
	return async ({ method, url, headers, body }) => {
		try {
			const response = await fetch(url, {
				method,
				headers: {
					...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
					...authorization.value,
					...headers,
				},
				...(body === undefined ? {} : { body: bytesOf(body) }),
			});
			const names = Object.fromEntries(response.headers);
			return { status: response.status, headers: names, body: await response.text() };
		} catch (error) {
			throw networkError(new URL(url).host, codeOf(error));
		}
	};
}

function bytesOf(body: unknown): string | Uint8Array<ArrayBuffer> {
	if (Buffer.isBuffer(body)) return Uint8Array.from(body);
	return typeof body === 'string' ? body : JSON.stringify(body);
}

/** What Node.js says of a connection that failed; fetch hides it in the cause. */
function codeOf(error: unknown): string | undefined {
	const cause = error instanceof Error ? error.cause : undefined;
	return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
