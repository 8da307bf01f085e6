import { type ServerType, serve } from '@hono/node-server';
import type { Service } from '../service';
import { makeApp } from './app';

export interface Listening {
	url: string;
	/** Takes no new connections; resolves when the requests under way were answered. */
	stop(): Promise<void>;
}

/** How long requests under way may take once the service stops. */
const PATIENCE_MS = 8000;

/** How often connections are looked for that nobody uses any more. */
const SWEEP_MS = 50;

/** Listens where the configuration says. @throws Error that says what to do when the port is taken. */
export function listen(service: Service): Promise<Listening> {
	const { host, port } = service.config.http;
	const app = makeApp(service);
	let stopping = false;
	const answer: typeof app.fetch = async (request, ...others) => {
		const response = await app.fetch(request, ...others);
		if (stopping) response.headers.set('connection', 'close');
		return response;
	};
	return new Promise((done, fail) => {
		const server = serve(
			{ fetch: answer, hostname: host, port, overrideGlobalObjects: false },
			(address) => {
				const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
				const end = () => {
					stopping = true;
					return stop(server);
				};
				done({ url: `http://${name}:${address.port}`, stop: end });
			},
		);
		server.once('error', (error: NodeJS.ErrnoException) => fail(explained(error, port)));
	});
}

/** Connections that are kept open for further requests do not hold it. */
function stop(server: ServerType): Promise<void> {
	if (!('closeIdleConnections' in server)) return new Promise((done) => server.close(() => done()));
	const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
	const end = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
	return new Promise((done) =>
		server.close(() => {
			clearInterval(sweep);
			clearTimeout(end);
			done();
		}),
	);
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
	if (error.code !== 'EADDRINUSE') return error;
	return new Error(
		`Port ${port} is already in use. Stop what uses it, or set another port as http.port in the configuration.`,
	);
}
