import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { providerError, RcsError } from '../../core/errors';
import { asNumber, asObject, asString } from '../../core/json';
import { codeIn, type HttpContext, isRefreshable } from './n8nHttp';

export interface DownloadedFile {
	bytes: Buffer;
	mimeType?: string;
}

export interface DownloadLimits {
	bytes: number;
	/** Ends the download when it takes too long. */
	signal: AbortSignal;
}

/**
 * Gets a file from the web. @throws RcsError `media` when there is none, or one that is too large.
 */
export type Download = (url: string, limits: DownloadLimits) => Promise<DownloadedFile>;

const MOST_REDIRECTS = 3;

/**
 * Downloads over n8n's own helper. The credential goes along only to where its base URL is, at each
 * redirect anew: a file may be anywhere, and nobody else may learn the key.
 */
export function n8nDownload(
	context: HttpContext,
	credential: string,
	data: ICredentialDataDecryptedObject,
	baseUrl: string | undefined,
): Download {
	const { helpers } = context;
	const credentialsDecrypted = { id: '', name: '', type: credential, data };
	const get = async (url: string, signal: AbortSignal): Promise<unknown> => {
		const options = requestOptions(url, signal, data);
		return originOf(url) === originOf(baseUrl)
			? helpers.httpRequestWithAuthentication.call(context, credential, options, {
					credentialsDecrypted,
				})
			: helpers.httpRequest(options);
	};
	return async (url, limits) => {
		let at = url;
		for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
			if (originOf(at) === undefined) throw failed('The address of the file is no web address');
			const answer = await get(at, limits.signal).catch((error: unknown) => {
				throw unreachable(error);
			});
			const next = redirectIn(answer, at);
			if (next === undefined) return fileIn(answer, limits.bytes);
			at = next;
		}
		throw failed('The address of the file redirects too often');
	};
}

function requestOptions(
	url: string,
	abortSignal: AbortSignal,
	credential: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	return {
		method: 'GET',
		url,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: isRefreshable(credential) ? { ignore: true, except: [401] } : true,
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
		abortSignal,
	};
}

/** Of web addresses only: nothing else is downloaded, and nothing else belongs to an account. */
function originOf(url: string | undefined): string | undefined {
	const parsed = urlOf(url ?? '');
	return parsed && /^https?:$/.test(parsed.protocol) ? parsed.origin : undefined;
}

function urlOf(url: string, from?: string): URL | undefined {
	try {
		return new URL(url, from);
	} catch {
		return undefined;
	}
}

/** Where a redirect leads; its own body is of no use. */
function redirectIn(answer: unknown, from: string): string | undefined {
	const { statusCode, headers, body } = asObject(answer);
	const status = asNumber(statusCode) ?? 0;
	const location = asString(asObject(headers)['location']);
	if (status < 300 || status >= 400 || !location) return undefined;
	if (isStream(body)) body.destroy();
	return urlOf(location, from)?.href ?? '';
}

async function fileIn(answer: unknown, mostBytes: number): Promise<DownloadedFile> {
	const { statusCode, headers, body } = asObject(answer);
	const status = asNumber(statusCode) ?? 0;
	if (!isStream(body)) throw failed('The server answered without a file');
	if (status < 200 || status >= 300) {
		body.destroy();
		throw refused(String(status));
	}
	const bytes = await readUpTo(body, mostBytes);
	const mimeType = asString(asObject(headers)['content-type'])?.split(';')[0]?.trim();
	return { bytes, ...(mimeType ? { mimeType } : {}) };
}

interface Stream extends AsyncIterable<Uint8Array> {
	destroy(): void;
}

function isStream(body: unknown): body is Stream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** Reads no more than is allowed, whatever the server says of the size; leaving the loop ends the stream. */
async function readUpTo(body: Stream, most: number): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const chunk of body) {
			size += chunk.length;
			if (size > most) throw failed(`The file has more than ${most / MEGABYTE} MB`);
			chunks.push(chunk);
		}
	} catch (error) {
		throw error instanceof RcsError ? error : unreachable(error);
	}
	return Buffer.concat(chunks);
}

export const MEGABYTE = 1024 * 1024;

/** Without the address: it may be a secret that lets anyone have the file. */
function unreachable(error: unknown): RcsError {
	const { httpCode } = asObject(error);
	if (/^\d{3}$/.test(String(httpCode))) return refused(String(httpCode));
	const code = codeIn(error);
	return failed(`The server of the file did not answer${code ? ` (${code})` : ''}`);
}

function refused(status: string): RcsError {
	return failed(`The server of the file answered HTTP ${status}`);
}

function failed(message: string): RcsError {
	return new RcsError(providerError('media', message));
}
