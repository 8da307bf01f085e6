import { RcsError } from '../../errors';
import { expectOk, type HttpRequest } from '../../http';
import { baseUrl, type Call } from '../../provider';
import { readFailure, refusalIn } from './errors';
import { sevenOptions } from './options';
import { md5, signatureOf } from './signature';

const ENDPOINT = 'https://gateway.seven.io/api';

/**
 * One request that seven.io has to agree to: it answers HTTP 200 for nearly everything and says in the
 * body whether it does.
 *
 * @throws RcsError for everything but a 2xx, and for a 2xx that refuses the request.
 */
export async function request(
	call: Call,
	method: HttpRequest['method'],
	path: string,
	body?: object,
): Promise<unknown> {
	const answer = await ask(call, method, path, body);
	const refusal = refusalIn(answer);
	if (refusal) throw new RcsError(refusal);
	return answer;
}

/**
 * One request, with JSON both ways, signed where the account asks for it. What the answer means is left
 * to the caller; see `refusalIn`.
 *
 * @throws RcsError for everything but a 2xx.
 */
export async function ask(
	call: Call,
	method: HttpRequest['method'],
	path: string,
	body?: object,
): Promise<unknown> {
	return expectOk(await call.http(encodeRequest(call, method, path, body)), readFailure);
}

function encodeRequest(
	call: Call,
	method: HttpRequest['method'],
	path: string,
	body: object | undefined,
): HttpRequest {
	const url = `${baseUrl(call.settings, ENDPOINT)}${path}`;
	const type: Record<string, string> = body ? { 'Content-Type': 'application/json' } : {};
	const headers = { Accept: 'application/json', ...type };
	const { signRequests } = sevenOptions(call.settings);
	if (!signRequests) return { method, url, headers, ...(body ? { body } : {}) };
	// The signature covers the bytes, so that they travel as the text they were signed as.
	const text = body ? JSON.stringify(body) : '';
	const signed = {
		...headers,
		...signatureHeaders(call, { method, url, body: text }, signRequests),
	};
	return { method, url, headers: signed, ...(body ? { body: text } : {}) };
}

function signatureHeaders(
	{ now, newId }: Call,
	about: { method: string; url: string; body: string },
	{ key }: { key: string },
): Record<string, string> {
	const timestamp = String(Math.floor(now.getTime() / 1000));
	// 32 letters and digits, whatever an id looks like.
	const nonce = md5(newId());
	const signature = signatureOf({ timestamp, nonce, ...about }, key);
	return { 'X-Timestamp': timestamp, 'X-Nonce': nonce, 'X-Signature': signature };
}
