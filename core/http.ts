import { type ProviderError, providerError, RcsError } from './errors';
import { parseJson } from './json';

/** A request to a provider, before authentication. A `body` that is no string travels as JSON. */
export interface HttpRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	url: string;
	headers?: Record<string, string>;
	body?: unknown;
}

export interface HttpResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** The body as text, whatever its type. */
	body: string;
}

/**
 * Sends a request with authentication and gives the response of any status. Core code never finds a
 * transport of its own; it is given one: n8n's helper, axios, or a recorder (dry run).
 *
 * @throws RcsError `network` when nothing was sent, `unknownOutcome` when the connection ended after
 * the request may have arrived.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/** What a provider's own error body says; what it does not say is filled in from the HTTP status. */
export type ReadFailure = (response: HttpResponse) => Partial<ProviderError>;

/** The parsed JSON body of a 2xx response. @throws RcsError for every other status. */
export function expectOk(response: HttpResponse, readFailure?: ReadFailure): unknown {
	if (response.status >= 200 && response.status < 300) return parseJson(response.body);
	throw new RcsError(failureOf(response, readFailure));
}

/** The error a response of a non-2xx status stands for. */
export function failureOf(response: HttpResponse, readFailure?: ReadFailure): ProviderError {
	const own = readFailure?.(response) ?? {};
	const category = own.category ?? categoryOfStatus(response.status);
	const retryAfterMs = retryAfter(response.headers['retry-after'], response.headers['date']);
	return providerError(category, own.message ?? `The provider answered HTTP ${response.status}`, {
		...own,
		httpStatus: response.status,
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	});
}

function categoryOfStatus(status: number): ProviderError['category'] {
	if (status === 401) return 'auth';
	if (status === 403) return 'permission';
	if (status === 402) return 'credit';
	if (status === 404 || status === 410) return 'notFound';
	if (status === 409) return 'duplicate';
	if (status === 429) return 'rateLimit';
	if (status >= 400 && status < 500) return 'validation';
	return 'provider';
}

/** Reads `Retry-After` (seconds or an HTTP date, RFC 9110 10.2.3), measured against the answer's own `Date`. */
function retryAfter(header: string | undefined, date: string | undefined): number | undefined {
	if (!header) return undefined;
	if (/^\d+(\.\d+)?$/.test(header)) return Math.ceil(Number(header) * 1000);
	const wait = Date.parse(header) - Date.parse(date ?? '');
	return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
