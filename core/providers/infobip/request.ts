import { expectOk, type HttpRequest } from '../../http';
import { asArray, asNumber, asObject } from '../../json';
import { baseUrl, type Call } from '../../provider';
import { readFailure } from './errors';

/** One request, with JSON both ways. @throws RcsError for everything but a 2xx. */
export async function request(
	{ http, settings }: Call,
	method: HttpRequest['method'],
	path: string,
	body?: unknown,
): Promise<unknown> {
	const response = await http({
		method,
		url: `${baseUrl(settings)}${path}`,
		...(body === undefined ? {} : { body }),
	});
	return expectOk(response, readFailure);
}

/** A path with those parameters that have a value. */
export function withQuery(
	path: string,
	parameters: Readonly<Record<string, string | number | undefined>>,
): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(parameters))
		if (value !== undefined && value !== '') query.set(name, String(value));
	return query.size > 0 ? `${path}?${query.toString()}` : path;
}

/** The most entries a page of senders, test numbers or subscriptions may have. */
const PAGE_SIZE = 100;

/** Every entry of a list in pages: `{results, paging{totalPages}}`. */
export async function everyPage(call: Call, path: string): Promise<unknown[]> {
	const found: unknown[] = [];
	for (let page = 0, pages = 1; page < pages; page += 1) {
		const body = await request(call, 'GET', withQuery(path, { page, size: PAGE_SIZE }));
		const { results, paging } = asObject(body);
		found.push(...asArray(results));
		pages = asNumber(asObject(paging)['totalPages']) ?? 1;
	}
	return found;
}
