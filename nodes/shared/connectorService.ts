import { RcsError } from '../../core/errors';
import type { Http, HttpRequest } from '../../core/http';
import { asString, isObject, type JsonObject, parseJson } from '../../core/json';
import { type HttpContext, n8nHttp } from './n8nHttp';
import { inServiceWords, serviceFailure, strangeAnswer } from './serviceErrors';

export const serviceCredential = 'rcsConnectorsApi';

/** What it is called beside another credential: n8n calls both the same. */
export const serviceCredentialLabel = 'Credential for Connector Service';

/** Whoever waits for consent waits to send, and providers wait for webhooks: better no answer than a late one. */
const TIMEOUT_MS = 10_000;

/** The connector service, as the credential of a node names it. */
export interface ConnectorService {
	/** The JSON object it answers. @throws RcsError in words about the service. */
	post(path: string, body: object): Promise<JsonObject>;
	/** The same, of what is only looked at. */
	get(path: string, query: URLSearchParams): Promise<JsonObject>;
}

export async function loadService(
	context: HttpContext,
	timeoutMs = TIMEOUT_MS,
): Promise<ConnectorService> {
	const data = await context.getCredentials(serviceCredential);
	const baseUrl = (asString(data['baseUrl']) ?? '').trim().replace(/\/+$/, '');
	return serviceAt(baseUrl, n8nHttp(context, serviceCredential, data, timeoutMs));
}

function serviceAt(baseUrl: string, http: Http): ConnectorService {
	const ask = async (request: HttpRequest): Promise<JsonObject> => {
		const response = await orInWords(http(request));
		if (response.status < 200 || response.status > 299)
			throw new RcsError(serviceFailure(response));
		const answer = parseJson(response.body);
		if (!isObject(answer)) throw new RcsError(strangeAnswer());
		return answer;
	};
	return {
		post: (path, body) => ask({ method: 'POST', url: `${baseUrl}${path}`, body }),
		get: (path, query) => ask({ method: 'GET', url: `${baseUrl}${path}?${query.toString()}` }),
	};
}

async function orInWords<T>(answer: Promise<T>): Promise<T> {
	try {
		return await answer;
	} catch (error) {
		throw inWords(error);
	}
}

function inWords(error: unknown): unknown {
	return error instanceof RcsError ? new RcsError(inServiceWords(error.detail)) : error;
}
