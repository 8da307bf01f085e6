import { type ProviderError, RcsError } from './errors';
import type { Http, HttpRequest } from './http';
import type { ReadyMessage } from './message/types';
import type { Provider } from './provider';
import { batches } from './send';
import type { ProviderSettings } from './settings';

/** Stands in for an id that a real send makes anew. */
const EXAMPLE_ID = '00000000-0000-4000-8000-000000000000';

/**
 * The requests that sending would make, with secrets shown as `***`. Nothing reaches the network.
 */
export async function dryRun(
	provider: Provider,
	settings: ProviderSettings,
	messages: readonly ReadyMessage[],
	now: Date,
): Promise<HttpRequest[]> {
	const { http, requests } = recorder();
	for (const batch of batches(provider, messages)) {
		await provider.send({ http, settings, now, newId: () => EXAMPLE_ID }, batch);
	}
	const authorization = provider.authorize(settings);
	const secret = authorization.ok ? authorization.value : {};
	return requests.map((request) => ({
		...request,
		headers: { ...mask(secret), ...request.headers },
	}));
}

/** As `dryRun`, but what an account lacks for these messages is a value and not an exception. */
export async function tryDryRun(
	...dry: Parameters<typeof dryRun>
): Promise<{ ok: true; requests: HttpRequest[] } | { ok: false; error: ProviderError }> {
	try {
		return { ok: true, requests: await dryRun(...dry) };
	} catch (error) {
		if (error instanceof RcsError) return { ok: false, error: error.detail };
		throw error;
	}
}

/** A transport that writes down what it is given and answers an empty 200. */
function recorder(): { http: Http; requests: HttpRequest[] } {
	const requests: HttpRequest[] = [];
	const http: Http = (request) => {
		requests.push(request);
		return Promise.resolve({ status: 200, headers: {}, body: '' });
	};
	return { http, requests };
}

/** Keeps the scheme (`App`, `Bearer`, `Basic`) and hides what follows it. */
function mask(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => {
			const scheme = /^(\w+) \S/.exec(value)?.[1];
			return [name, scheme ? `${scheme} ***` : '***'];
		}),
	);
}

/** A request as a cURL command for a POSIX shell. */
export function toCurl(request: HttpRequest): string {
	const { method, url, headers = {}, body } = request;
	const lines = [
		`curl -X ${method} ${quote(url)}`,
		...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
		...(body === undefined ? [] : [`-d ${quote(bodyText(body))}`]),
	];
	return lines.join(' \\\n  ');
}

function bodyText(body: unknown): string {
	if (Buffer.isBuffer(body)) return `(${body.length} bytes)`;
	return typeof body === 'string' ? body : JSON.stringify(body);
}

function quote(text: string): string {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}
