type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/**
 * As `fetch`, on a connection of its own. One that is kept may be ended by n8n at the moment at which it is used
 * again, and nobody knows then whether the request was handled.
 */
export async function fetchOnce(
	url: string,
	{ headers = {}, ...init }: Init = {},
): Promise<Response> {
	return await fetch(url, { ...init, headers: { ...headers, connection: 'close' } });
}
