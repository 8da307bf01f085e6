import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { type Http, type HttpRequest, type HttpResponse, networkError } from '../../core/http';
import { asObject, asString } from '../../core/json';
import { credentialError } from './credentialError';

export type HttpContext =
	IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

/** How long a provider may take to answer, unless it is given more time. */
const TIMEOUT_MS = 30_000;

/**
 * The core's transport over n8n's own helper. The credential is read once and handed to every
 * request, because reading it is a database query.
 */
export function n8nHttp(
	context: HttpContext,
	credential: string,
	data: ICredentialDataDecryptedObject,
	timeoutMs = TIMEOUT_MS,
): Http {
	const credentialsDecrypted = { id: '', name: '', type: credential, data };
	return async (request) => {
		try {
			const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				credential,
				requestOptions(request, data, timeoutMs),
				{ credentialsDecrypted },
			);
			return toResponse(response);
		} catch (error) {
			const answered = responseIn(error);
			if (answered) return answered;
			throw credentialError(error) ?? networkError(hostOf(request.url), codeIn(error));
		}
	};
}

/**
 * Statuses come back as data, except 401 where there is a token: n8n asks for a new one only when a
 * 401 is thrown. The body is asked for as bytes, because n8n parses JSON otherwise.
 */
function requestOptions(
	{ method, url, headers = {}, body }: HttpRequest,
	credential: ICredentialDataDecryptedObject,
	timeout: number,
): IHttpRequestOptions {
	return {
		method,
		url,
		headers: {
			Accept: 'application/json',
			// Of an empty body, strict servers refuse to be told that it is JSON.
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
			...headers,
		},
		...(body === undefined ? {} : { body: bytesOf(body) }),
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: isRefreshable(credential) ? { ignore: true, except: [401] } : true,
		timeout,
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

/** What says that n8n gets the token of a credential by itself. */
const withToken = ['oauth2', 'serviceAccount', 'jwtBearer'];

/** Whether n8n can get a new token for it; it does when a 401 is thrown. Only its own OAuth2 has a grant type. */
export function isRefreshable(credential: ICredentialDataDecryptedObject): boolean {
	return 'grantType' in credential || withToken.includes(String(credential['authentication']));
}

function bytesOf(body: unknown): string | Buffer {
	return typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
}

function toResponse(response: unknown): HttpResponse {
	const { statusCode, headers, body } = asObject(response) as Partial<IN8nHttpFullResponse>;
	return {
		status: statusCode ?? 0,
		headers: Object.fromEntries(
			Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
		),
		body: Buffer.isBuffer(body) ? body.toString('utf8') : (asString(body) ?? ''),
	};
}

/** The response inside an error n8n threw for it: a 401 after the token could not be refreshed. */
function responseIn(error: unknown): HttpResponse | undefined {
	const { response } = asObject(asObject(error)['cause']);
	const { status, headers, data } = asObject(response);
	if (typeof status !== 'number') return undefined;
	return toResponse({ statusCode: status, headers, body: data });
}

/** What Node.js calls a lost connection; n8n keeps it on the error it wrapped. */
export function codeIn(error: unknown): string | undefined {
	const { code, cause, errorResponse } = asObject(error);
	const inner = asObject(cause ?? errorResponse);
	return asString(inner['code']) ?? asString(asObject(inner['cause'])['code']) ?? asString(code);
}

function hostOf(url: string): string {
	try {
		return new URL(url).host;
	} catch {
		return 'the base URL of the credential';
	}
}
