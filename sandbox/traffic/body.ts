import { maskBody } from './mask';
import type { TrafficBody } from './types';

/** As much of a body as is kept, in bytes. */
export const LONGEST_BODY = 32 * 1024;

const readable = /json|text|xml|x-www-form-urlencoded/;

/** A body for people to read: its first bytes, and how many there were in all. */
export function readBody(start: Buffer, bytes: number, contentType?: string): TrafficBody {
	if (contentType !== undefined && !readable.test(contentType))
		return { text: '', note: `${bytes} bytes of ${contentType}` };
	const kept = start.subarray(0, LONGEST_BODY);
	const left = bytes - kept.length;
	if (left === 0) return { text: maskBody(kept.toString()) };
	// A character of several bytes may be cut in two.
	const text = kept.toString().replace(/�+$/, '');
	return { text: maskBody(text), note: `${left} more bytes` };
}

export function readText(text: string, contentType?: string): TrafficBody {
	const bytes = Buffer.from(text);
	return readBody(bytes, bytes.length, contentType);
}
