import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface PostAnswer {
	status: number;
	error?: string;
}

/**
 * Posts bytes and tells what came of it; never throws. Status 0 means that no answer came, or that `signal` ended it.
 * Node's own client rather than fetch: no connection is kept that would hold up a stop.
 */
export function post(
	url: string,
	headers: Record<string, string>,
	body: string,
	timeoutMs: number,
	signal?: AbortSignal,
): Promise<PostAnswer> {
	return new Promise((resolve) => {
		const failed = (error: unknown): void =>
			resolve({ status: 0, error: error instanceof Error ? error.message : String(error) });
		try {
			const send = url.startsWith('https:') ? httpsRequest : httpRequest;
			const request = send(
				url,
				{
					method: 'POST',
					agent: false,
					timeout: timeoutMs,
					...(signal ? { signal } : {}),
					headers: { ...headers, 'content-length': Buffer.byteLength(body) },
				},
				(response) => {
					response.resume();
					response.on('end', () => resolve({ status: response.statusCode ?? 0 }));
					response.on('error', failed);
				},
			);
			request.on('timeout', () => request.destroy(new Error('no answer in time')));
			request.on('error', failed);
			request.end(body);
		} catch (error) {
			failed(error);
		}
	});
}
