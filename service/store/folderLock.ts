import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';

/** Another process works with the folder. */
export class FolderInUse extends Error {
	constructor(folder: string) {
		super(
			`The folder ${folder} is in use by another process. Stop that one, or give each process a Postgres database to share.`,
		);
	}
}

/**
 * Keeps a folder for this process, until it ends in whatever way: the lock is a socket somebody listens
 * on, so one that was left behind by a crash is known by nobody answering. Gives what ends it.
 *
 * @throws FolderInUse
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
	const path = socketPath(folder);
	for (let attempt = 1; ; attempt += 1) {
		const server = await listen(path);
		if (server) return () => close(server);
		if (attempt > MOST_ATTEMPTS || (await isAnswered(path))) throw new FolderInUse(folder);
		await rm(path, { force: true });
	}
}

const MOST_ATTEMPTS = 3;

/** Paths of sockets may be only some 100 characters long, so a folder far down has its socket elsewhere. */
function socketPath(folder: string): string {
	const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24);
	if (process.platform === 'win32') return `\\\\.\\pipe\\rcs-connectors-${name}`;
	const inside = join(resolve(folder), 'lock');
	return inside.length < 100 ? inside : join(tmpdir(), `rcs-connectors-${name}.lock`);
}

function listen(path: string): Promise<Server | undefined> {
	return new Promise((done, fail) => {
		const server = createServer((socket) => socket.end());
		server.once('error', (error: NodeJS.ErrnoException) =>
			error.code === 'EADDRINUSE' ? done(undefined) : fail(error),
		);
		server.listen(path, () => done(server.unref()));
	});
}

function isAnswered(path: string): Promise<boolean> {
	return new Promise((done) => {
		const socket = connect(path, () => {
			socket.destroy();
			done(true);
		});
		socket.once('error', () => done(false));
	});
}

function close(server: Server): Promise<void> {
	return new Promise((done) => server.close(() => done()));
}
