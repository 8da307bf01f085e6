import { createHash, createHmac } from 'node:crypto';

/** What a signature covers, of a request to seven.io and of its webhooks alike. */
export interface SignedParts {
	/** Seconds since 1970, as `X-Timestamp` has them. */
	timestamp: string;
	/** `X-Nonce`. */
	nonce: string;
	method: string;
	url: string;
	body: string | Buffer;
}

/**
 * `X-Signature`: the hex HMAC-SHA256 over timestamp, nonce, method, URL and the MD5 of the raw body, each
 * on a line of its own. Source: seven.io, "Signing".
 */
export function signatureOf(parts: SignedParts, key: string): string {
	const { timestamp, nonce, method, url, body } = parts;
	const lines = [timestamp, nonce, method.toUpperCase(), url, md5(body)];
	return createHmac('sha256', key).update(lines.join('\n')).digest('hex');
}

/** 32 hex digits. */
export function md5(data: string | Buffer): string {
	return createHash('md5').update(data).digest('hex');
}
