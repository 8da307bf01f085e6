import { createHash, createHmac, randomUUID } from 'node:crypto';

/** A request as it is signed; `url` is the complete address. */
export interface Signed {
	method: string;
	url: string;
	body: string;
}

const OLDEST_MS = 30_000;

/** Hex HMAC-SHA256 of time, nonce, method, address and the MD5 of the body, a line each. */
function signature(key: string, timestamp: string, nonce: string, request: Signed): string {
	const { method, url, body } = request;
	const digest = createHash('md5').update(body).digest('hex');
	return createHmac('sha256', key)
		.update([timestamp, nonce, method, url, digest].join('\n'))
		.digest('hex');
}

/** The headers that prove that a webhook comes from seven. */
export function signatureHeaders(key: string, request: Signed): Record<string, string> {
	const timestamp = String(Math.floor(Date.now() / 1000));
	const nonce = randomUUID().replaceAll('-', '');
	return {
		'x-timestamp': timestamp,
		'x-nonce': nonce,
		'x-signature': signature(key, timestamp, nonce, request),
	};
}

/** Checks the signatures that callers may add to their requests; a nonce counts once. */
export function createSignatureCheck() {
	const nonces = new Set<string>();
	return {
		/** Whether the request carries no signature, or a good one. */
		admits(key: string, headers: Readonly<Record<string, unknown>>, request: Signed): boolean {
			const { 'x-signature': given, 'x-timestamp': time, 'x-nonce': nonce } = headers;
			if (given === undefined) return true;
			if (typeof time !== 'string' || typeof nonce !== 'string') return false;
			const age = Math.abs(Date.now() - Number(time) * 1000);
			const isFresh = age <= OLDEST_MS && /^[A-Za-z0-9]{32}$/.test(nonce) && !nonces.has(nonce);
			if (!isFresh || given !== signature(key, time, nonce, request)) return false;
			nonces.add(nonce);
			return true;
		},
		reset: () => nonces.clear(),
	};
}
