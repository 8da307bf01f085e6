/** Headers that are about one connection or one way of sending, and not about the webhook. */
const OF_THE_CONNECTION: ReadonlySet<string> = new Set([
	'host',
	'content-length',
	'connection',
	'keep-alive',
	'proxy-connection',
	'proxy-authenticate',
	'proxy-authorization',
	'te',
	'trailer',
	'transfer-encoding',
	'upgrade',
	'expect',
]);

/** The headers of a webhook that are handed on: all of them, as they came, but for those of the connection. */
export function forwardedHeaders(
	headers: Readonly<Record<string, string>>,
): Record<string, string> {
	const named = (headers['connection'] ?? '').split(',').map((name) => name.trim().toLowerCase());
	const dropped = new Set([...OF_THE_CONNECTION, ...named]);
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}
