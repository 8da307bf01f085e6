import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a call is for, e.g. `look-ups`. */
export type KindOf = (call: Call) => string;

export interface Call {
	method: string;
	path: string;
	body: string;
}

export interface Answer {
	status: number;
	headers: NodeJS.Dict<string | string[]>;
	body: Buffer | string;
}

/** A server on loopback that counts the calls it gets, by kind, and answers as it is told. */
export class Counter {
	calls: Record<string, number> = {};

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async start(
		kindOf: KindOf,
		answer: (call: Call, asked: IncomingMessage) => Answer | Promise<Answer>,
	): Promise<Counter> {
		const server = createServer();
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const { port } = server.address() as AddressInfo;
		const counter = new Counter(server, `http://127.0.0.1:${port}`);
		server.on('request', (asked, reply) => {
			void readBody(asked).then(async (bytes) => {
				const call = { method: asked.method ?? '', path: asked.url ?? '', body: bytes.toString() };
				const kind = kindOf(call);
				counter.calls[kind] = (counter.calls[kind] ?? 0) + 1;
				const { status, headers, body } = await answer(call, asked);
				reply.writeHead(status, headers);
				reply.end(body);
			});
		});
		return counter;
	}

	reset(): void {
		this.calls = {};
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((done) => this.server.close(done));
	}
}

/** Hands calls on to a server as they came. */
export function passOn(to: string): (call: Call, asked: IncomingMessage) => Promise<Answer> {
	return ({ method, path, body }, { headers }) =>
		new Promise((done, failed) => {
			const passed = request(`${to}${path}`, { method, headers }, (response) => {
				readBody(response).then(
					(bytes) =>
						done({ status: response.statusCode ?? 0, headers: response.headers, body: bytes }),
					failed,
				);
			});
			passed.on('error', failed);
			passed.end(body);
		});
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of message) parts.push(part as Buffer);
	return Buffer.concat(parts);
}
