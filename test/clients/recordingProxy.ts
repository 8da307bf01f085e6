import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request as it travelled. */
export interface Wire {
	method: string;
	/** With its query. */
	path: string;
	contentType: string | undefined;
	accept: string | undefined;
	authorization: string | undefined;
	body: Buffer;
}

/** A proxy on this machine that passes everything on as it is and remembers it. */
export function useRecordingProxy(target: () => string): { url(): string; wires: Wire[] } {
	const wires: Wire[] = [];
	let port = 0;
	const server = createServer(async (incoming, outgoing) => {
		const body = await buffer(incoming);
		const { method = '', url: path = '', headers } = incoming;
		wires.push({ method, path, ...named(headers), body });
		const passed = httpRequest(`${target()}${path}`, { method, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		passed.on('error', () => incoming.socket.destroy());
		passed.end(body);
	});
	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		port = (server.address() as AddressInfo).port;
	});
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	beforeEach(() => void (wires.length = 0));
	return { url: () => `http://127.0.0.1:${port}`, wires };
}

function named(headers: IncomingHttpHeaders) {
	const { accept, authorization, 'content-type': contentType } = headers;
	return { accept, authorization, contentType };
}
