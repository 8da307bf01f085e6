import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseJson } from '../../core/json';

export interface Recorded {
	method: string;
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
	json: unknown;
}

export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
	/** The body of a file, as it is. */
	bytes?: Buffer;
	/** How long the answer takes. */
	delayMs?: number;
	/** Ends the connection without an answer. */
	hangUp?: boolean;
}

/** A real HTTP server on a free port that remembers what it was asked. */
export interface RecordingServer {
	url: string;
	requests: Recorded[];
	stop(): Promise<void>;
}

export async function recordingServer(
	answer: (request: Recorded, index: number) => Reply,
): Promise<RecordingServer> {
	const requests: Recorded[] = [];
	const server: Server = createServer((incoming, response) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const body = Buffer.concat(chunks).toString('utf8');
			const { method = '', url: path = '', headers } = incoming;
			const request = { method, path, headers, body, json: parseJson(body) };
			requests.push(request);
			const reply = answer(request, requests.length - 1);
			if (reply.hangUp) {
				incoming.socket.destroy();
				return;
			}
			const send = () => {
				response.writeHead(reply.status ?? 200, {
					'content-type': 'application/json',
					...reply.headers,
				});
				response.end(reply.bytes ?? (reply.body === undefined ? '' : JSON.stringify(reply.body)));
			};
			if (reply.delayMs) setTimeout(send, reply.delayMs).unref();
			else send();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		requests,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
