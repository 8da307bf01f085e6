import { compositeRoutes } from './composite/composite';
import { type ApiAnswer, type ApiCall, type Route } from './api';
import { errorBody, notFound, Refusal } from './errors';
import { createRouter } from './router';

const OLDEST_VERSION = 50;
const NEWEST_VERSION = 68;

export type Incoming = Omit<ApiCall, 'version' | 'params' | 'query'> & { url: string };

export interface Gateway {
	/** Carries out a request; what it refuses is an answer too. */
	answer(incoming: Incoming): ApiAnswer;
}

/** Leads requests to /services/data/vXX.X/..., and the subrequests of composite ones, to their routes. */
export function createGateway(ownRoutes: readonly Route[]): Gateway {
	const router = createRouter([
		...ownRoutes,
		...compositeRoutes(
			(call, method, url, body) => answer({ ...call, method, url, body, text: '' }),
			(method, url) => {
				try {
					return router.match(method, partsOf(url).path).route;
				} catch {
					return undefined;
				}
			},
		),
	]);

	function answer(incoming: Incoming): ApiAnswer {
		try {
			const { version, path, query } = partsOf(incoming.url);
			const { route, params } = router.match(incoming.method, path);
			const body = route.raw ? undefined : (incoming.body ?? parsed(incoming));
			return route.handle({ ...incoming, version, query, params, body });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return { status: error.status, body: errorBody(error) };
		}
	}

	return { answer };
}

function partsOf(url: string): { version: string; path: string; query: URLSearchParams } {
	const [, version = '', path = '', query = ''] =
		/^\/services\/data\/v(\d\d\.0)(\/[^?]*)?(?:\?(.*))?$/s.exec(url) ?? [];
	const number = Number(version);
	if (!(number >= OLDEST_VERSION && number <= NEWEST_VERSION)) throw notFound();
	return { version, path: path === '' ? '/' : path, query: new URLSearchParams(query) };
}

function parsed({ text, headers }: Incoming): unknown {
	if (text === '') return undefined;
	if (!headers['content-type']?.includes('json'))
		throw new Refusal('UNSUPPORTED_MEDIA_TYPE', `${headers['content-type']} is not supported`);
	try {
		return JSON.parse(text);
	} catch {
		throw new Refusal('JSON_PARSER_ERROR', 'The body is not valid JSON');
	}
}
