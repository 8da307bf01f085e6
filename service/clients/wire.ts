import type { HttpRequest, HttpResponse } from '../../core/http';

/** How long a CRM may take to answer; a composite of 1,000 records takes its time. */
export const TIMEOUT_MS = 120_000;

/** The headers and body of a request as they travel, the same over every SDK and over n8n. */
export function wireOf({ headers = {}, body }: HttpRequest): {
	headers: Record<string, string>;
	body?: string | Buffer;
} {
	const accept = { Accept: 'application/json' };
	if (body === undefined) return { headers: { ...accept, ...headers } };
	return {
		headers: { ...accept, 'Content-Type': 'application/json', ...headers },
		body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
	};
}

/**
 * The last step of both SDKs, which is ours: their own ones follow redirects with what a request carries,
 * wait for minutes or for ever, retry by rules of the whole process, and one of them ends the process
 * when a connection is cut inside an answer.
 */
export function fetchOnce(url: string | URL, init: RequestInit, timeoutMs: number) {
	return fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
}

export async function toResponse(response: Response): Promise<HttpResponse> {
	const headers = Object.fromEntries(response.headers.entries());
	return { status: response.status, headers, body: await response.text() };
}
