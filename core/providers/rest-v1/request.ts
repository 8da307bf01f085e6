import { expectOk, type HttpRequest } from '../../http';
import { baseUrl, type Call } from '../../provider';
import { readFailure } from './errors';
import { restOptions } from './options';
import type { PathName } from './paths';

interface Parts {
	id?: string;
	query?: Readonly<Record<string, string>>;
	headers?: Record<string, string>;
	body?: unknown;
}

/** Sends a request to a path of the table; gives the JSON of a 2xx answer. @throws RcsError otherwise. */
export async function ask(
	{ http, settings }: Call,
	method: HttpRequest['method'],
	path: PathName,
	{ id = '', query = {}, headers = {}, body }: Parts = {},
): Promise<unknown> {
	const { paths } = restOptions(settings);
	const search = new URLSearchParams(query).toString();
	const response = await http({
		method,
		url: `${baseUrl(settings)}${paths[path].replace('{id}', encodeURIComponent(id))}${search && `?${search}`}`,
		...(body === undefined
			? { headers }
			: { headers: { 'Content-Type': 'application/json', ...headers }, body }),
	});
	return expectOk(response, readFailure);
}
