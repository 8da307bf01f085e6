import { type ProviderError, providerError, RcsError } from './errors';
import { parseJson } from './json';

/**
 * A request to a provider, before authentication. A `body` that is a string or a Buffer travels as it
 * is, with the `Content-Type` given; anything else travels as JSON.
 */
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
 * transport of its own; it is given one: n8n's helper, or a recorder (dry run).
 *
 * @throws RcsError `network` (see networkError) when there is no response.
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
	const { category, advice } = meaningOf(response.status, own.message !== undefined);
	const retryAfterMs = retryAfter(response) ?? untilReset(response);
	const message = own.message ?? `The provider answered HTTP ${response.status}`;
	return providerError(own.category ?? category, message, {
		...(advice ? { advice } : {}),
		...own,
		httpStatus: response.status,
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	});
}

const REDIRECTS = 'Check the base URL of the credential: the server redirects to another address.';
const NOT_THE_API =
	"Check the base URL of the credential: what answers there is not the provider's API.";

/** What a status stands for. A provider that does not know a name says so; a wrong address says nothing. */
function meaningOf(
	status: number,
	inWords: boolean,
): { category: ProviderError['category']; advice?: string } {
	if (status >= 300 && status < 400) return { category: 'configuration', advice: REDIRECTS };
	if ((status === 404 || status === 405) && !inWords)
		return { category: 'configuration', advice: NOT_THE_API };
	return { category: categoryOfStatus(status) };
}

function categoryOfStatus(status: number): ProviderError['category'] {
	if (status === 401) return 'auth';
	if (status === 403) return 'permission';
	if (status === 402) return 'credit';
	if (status === 404 || status === 410) return 'notFound';
	if (status === 409) return 'duplicate';
	if (status === 429) return 'rateLimit';
	if (status === 408) return 'provider';
	if (status >= 400 && status < 500) return 'validation';
	return 'provider';
}

/**
 * The error of a 2xx answer that does not say what became of a message: it may have been sent. An
 * answer that is no JSON (`undefined`) is not the provider's, such as the page of a proxy.
 */
export function unclearAnswer(body: unknown, unclear: string): ProviderError {
	if (body === undefined) {
		const message = "The server answered with something that is not the provider's API";
		const advice = `${NOT_THE_API} If it is right, look the message up before you send it again.`;
		return providerError('unknownOutcome', message, { advice });
	}
	const advice = 'Look the message up at the provider before you send it again.';
	return providerError('unknownOutcome', unclear, { advice });
}

/** Reads `Retry-After` (seconds or an HTTP date, RFC 9110 10.2.3), measured against the answer's own `Date`. */
function retryAfter({ headers }: HttpResponse): number | undefined {
	const header = headers['retry-after'];
	if (!header) return undefined;
	if (isSeconds(header)) return Math.ceil(Number(header) * 1000);
	return msBetween(headers['date'], Date.parse(header));
}

/** Numbers from here on are seconds, and from there on milliseconds, since 1970; smaller ones are a wait. */
const UNIX_SECONDS = 1e9;
const UNIX_MILLISECONDS = 1e12;

/**
 * When the rate limit that turned a request away starts anew, by the usual headers: seconds to wait
 * (IETF draft `RateLimit`) or a Unix time. Other answers carry them too, but are not about the limit.
 */
function untilReset({ status, headers }: HttpResponse): number | undefined {
	const reset = headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'];
	const remaining = headers['x-ratelimit-remaining'] ?? headers['ratelimit-remaining'] ?? '0';
	if (status !== 429 || !reset || !isSeconds(reset) || Number(remaining) > 0) return undefined;
	const value = Number(reset);
	if (value < UNIX_SECONDS) return Math.ceil(value * 1000);
	return msBetween(headers['date'], value < UNIX_MILLISECONDS ? value * 1000 : value);
}

function isSeconds(text: string): boolean {
	return /^\d+(\.\d+)?$/.test(text);
}

/** Milliseconds from an HTTP date to a moment, at least 0. */
function msBetween(date: string | undefined, end: number): number | undefined {
	const wait = end - Date.parse(date ?? '');
	return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** Codes of Node.js for connections that were never made: the request cannot have arrived. */
const NEVER_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ERR_INVALID_URL',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The error of a request that got no response. `host` is where it went, `code` what Node.js says. */
export function networkError(host: string, code: string | undefined): RcsError {
	const words = neverSent(code)
		? `No connection to ${host}`
		: `The connection to ${host} ended before it answered`;
	const message = code ? `${words} (${code})` : words;
	return new RcsError(providerError('network', message, code ? { code } : {}));
}

/** Whether a request with this code certainly did not arrive, so that sending again is safe. */
export function neverSent(code: string | undefined): boolean {
	return code !== undefined && NEVER_SENT.has(code);
}
