import { type ServerType, serve } from '@hono/node-server';
import type { Service } from '../service';
import { makeApp } from './app';

export interface Listening {
	url: string;
	/** Takes no new connections; resolves when the requests under way were answered. */
	stop(): Promise<void>;
}

/** Listens where the configuration says. @throws Error that says what to do when the port is taken. */
export function listen(service: Service): Promise<Listening> {
	const { host, port } = service.config.http;
	return new Promise((done, fail) => {
		const server = serve(
			{ fetch: makeApp(service).fetch, hostname: host, port, overrideGlobalObjects: false },
			(address) => {
				const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
				done({ url: `http://${name}:${address.port}`, stop: () => stop(server) });
			},
		);
		server.once('error', (error: NodeJS.ErrnoException) => fail(explained(error, port)));
	});
}

function stop(server: ServerType): Promise<void> {
	return new Promise((done) => {
		server.close(() => done());
		if ('closeIdleConnections' in server) server.closeIdleConnections();
	});
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
	if (error.code !== 'EADDRINUSE') return error;
	return new Error(
		`Port ${port} is already in use. Stop what uses it, or set another port as http.port in the configuration.`,
	);
}
