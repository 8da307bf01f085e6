import { createServer } from 'node:net';

/** What was given away: whoever has it may not listen yet, and the system would give it once more. */
const given = new Set<number>();

/**
 * The port asked for, if it is free, or any free one, never the same twice.
 *
 * @throws Error that says what to do where the port is in use.
 */
export async function claimPort(port: number | undefined, user: string): Promise<number> {
	const server = createServer();
	try {
		await new Promise<void>((done, reject) => {
			server.once('error', reject).listen(port ?? 0, '127.0.0.1', done);
		});
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		throw new Error(
			`Port ${port}, which ${user} wants, is already in use. Stop what uses it, or set N8N_PORT to another port.`,
		);
	}
	const address = server.address();
	await new Promise((done) => server.close(done));
	if (address === null || typeof address === 'string') throw new Error('No port');
	if (port === undefined && given.has(address.port)) return await claimPort(port, user);
	given.add(address.port);
	return address.port;
}
