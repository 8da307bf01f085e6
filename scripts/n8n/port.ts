import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below what systems give to connections that go out and to whoever asks for any port: n8n takes seconds to listen,
 * and a port from there would be somebody else's by then.
 */
const FIRST = 20_000;
const AFTER_LAST = 30_000;

/** What was given away: whoever has it may not listen yet. */
const given = new Set<number>();

/**
 * The port asked for, if it is free, or any free one, never the same twice.
 *
 * @throws Error that says what to do where the port is in use.
 */
export async function claimPort(port: number | undefined, user: string): Promise<number> {
	if (port === undefined) return await anyPort();
	if (await isFree(port)) return port;
	throw new Error(
		`Port ${port}, which ${user} wants, is already in use. Stop what uses it, or set N8N_PORT to another port.`,
	);
}

async function anyPort(): Promise<number> {
	const port = randomInt(FIRST, AFTER_LAST);
	if (given.has(port)) return await anyPort();
	given.add(port);
	return (await isFree(port)) ? port : await anyPort();
}

async function isFree(port: number): Promise<boolean> {
	const server = createServer();
	try {
		await new Promise<void>((done, reject) => {
			server.once('error', reject).listen(port, '127.0.0.1', done);
		});
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
		throw error;
	}
	await new Promise((done) => server.close(done));
	return true;
}
