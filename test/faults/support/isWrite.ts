import type { HttpRequest } from '../../../core/http';

/** Whether a request of a connector writes records. */
export function isWrite({ url, body }: HttpRequest): boolean {
	return (
		/\/batch\/(update|upsert|create)$|\/send\/batch$|\/jobs\/ingest$/.test(url) ||
		(url.endsWith('/composite') && JSON.stringify(body).includes('"PATCH"'))
	);
}
