import { createHash, createHmac } from 'node:crypto';

/** The characters that are signed as themselves, though they travel encoded. */
const decoded: Readonly<Record<string, string>> = {
	'%3A': ':',
	'%2F': '/',
	'%3F': '?',
	'%40': '@',
	'%21': '!',
	'%24': '$',
	'%27': "'",
	'%28': '(',
	'%29': ')',
	'%2A': '*',
	'%2C': ',',
	'%3B': ';',
};

interface Signed {
	uri: string;
	body: string;
	secret: string;
}

/**
 * The headers of version 3: an HMAC-SHA256 over method, URI, body and the time in milliseconds, in base64.
 * Webhooks are POST requests. Source: HubSpot, "Request validation".
 */
function signedV3({ uri, body, secret }: Signed): Record<string, string> {
	const timestamp = String(Date.now());
	const plain = uri.replace(/%[0-9A-F]{2}/gi, (code) => decoded[code.toUpperCase()] ?? code);
	const source = `POST${plain}${body}${timestamp}`;
	return {
		'X-HubSpot-Request-Timestamp': timestamp,
		'X-HubSpot-Signature-v3': createHmac('sha256', secret).update(source).digest('base64'),
	};
}

/** The webhooks of an app carry version 1 beside it: a hash of secret and body. */
export const appSignature = (signed: Signed): Record<string, string> => ({
	'X-HubSpot-Signature-Version': 'v1',
	'X-HubSpot-Signature': sha256(`${signed.secret}${signed.body}`),
	...signedV3(signed),
});

/** Those of a workflow carry version 2: a hash of secret, method, URI and body. */
export const workflowSignature = (signed: Signed): Record<string, string> => ({
	'X-HubSpot-Signature-Version': 'v2',
	'X-HubSpot-Signature': sha256(`${signed.secret}POST${signed.uri}${signed.body}`),
	...signedV3(signed),
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
