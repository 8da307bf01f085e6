import { maskBody } from './maskBody';
import type { TrafficBody } from './types';

/** As much of a body as is kept, in bytes. */
export const LONGEST_BODY = 32 * 1024;
/** As much of a body as is looked through for secrets, in bytes: of a longer one nothing is shown. */
export const LONGEST_READ = 1024 * 1024;

const readable = /json|text|xml|x-www-form-urlencoded/;

/** A body for people to read: its first bytes, and how many there are in all. */
export function readBody(body: Buffer, bytes: number, contentType = 'text/plain'): TrafficBody {
	if (!readable.test(contentType) || bytes > LONGEST_READ)
		return { text: '', note: `${bytes} bytes of ${contentType}` };
	// Secrets go first: what is cut off is no JSON any more.
	const masked = Buffer.from(maskBody(body.toString()));
	if (masked.length <= LONGEST_BODY) return { text: masked.toString() };
	// A character of several bytes may be cut in two.
	const text = masked.subarray(0, LONGEST_BODY).toString().replace(/�+$/, '');
	return { text, note: `${masked.length - LONGEST_BODY} more bytes` };
}

export function readText(text: string, contentType?: string): TrafficBody {
	const bytes = Buffer.from(text);
	return readBody(bytes, bytes.length, contentType);
}
