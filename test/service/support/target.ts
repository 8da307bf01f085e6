import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Taken {
	method: string;
	/** Path and query. */
	path: string;
	headers: Record<string, string>;
	body: Buffer;
}

/** How a request is answered; `hangs`: not at all. */
type Answer = number | { status: number; headers: Record<string, string>; body?: string } | 'hangs';

export interface Target {
	url: string;
	taken: Taken[];
	/** Answers 200 unless told otherwise. */
	answer: (request: Taken) => Answer | Promise<Answer>;
	stop(): Promise<void>;
}

/** A server that webhooks are handed on to. */
export async function startTarget(): Promise<Target> {
	const server = createServer((request, response) => {
		void read(request).then(async (taken) => {
			target.taken.push(taken);
			reply(response, await target.answer(taken));
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	const target: Target = {
		url: `http://127.0.0.1:${port}`,
		taken: [],
		answer: () => 200,
		stop: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
	return target;
}

async function read(request: IncomingMessage): Promise<Taken> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
	const { method = '', url: path = '' } = request;
	return { method, path, headers: Object.fromEntries(headers), body: Buffer.concat(chunks) };
}

function reply(response: ServerResponse, answer: Answer): void {
	if (answer === 'hangs') return;
	if (typeof answer === 'number') return void response.writeHead(answer).end();
	response.writeHead(answer.status, answer.headers).end(answer.body);
}
