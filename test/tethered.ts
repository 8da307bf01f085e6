import { type ChildProcess, spawn } from 'node:child_process';

/** A server of this machine, in a temporary folder of its own. */
export interface Tethered {
	stop(): Promise<void>;
}

export interface TetheredOptions {
	/** Goes with the server. */
	folder: string;
	/** Whom it runs as; left out: whoever started us. */
	user?: { uid?: number; gid?: number };
}

/**
 * Starts Postgres or Redis and waits until it takes connections. It ends, and its folder goes, when this process has
 * ended in whatever way.
 *
 * @throws Error with what it said when it ends instead.
 */
export async function startTethered(
	command: readonly string[],
	{ folder, user = {} }: TetheredOptions,
): Promise<Tethered> {
	const child = spawn('sh', ['-c', TETHERED, folder, ...command], {
		...user,
		cwd: folder,
		stdio: ['pipe', 'pipe', 'ignore'],
		// Signals to everything a terminal or a time limit started would end only the half of it.
		detached: true,
	});
	await ready(child);
	return { stop: () => stop(child) };
}

/** Runs a program until nobody holds the other end of stdin any more, and leaves nothing behind. */
const TETHERED = `
"$@" </dev/null 2>&1 & server=$!
exec >/dev/null
cat >/dev/null
kill -INT $server
wait $server
cd / && rm -rf "$0"`;

function ready({ stdout }: ChildProcess): Promise<void> {
	return new Promise((done, fail) => {
		let log = '';
		stdout?.setEncoding('utf8').on('data', (words: string) => {
			log = `${log}${words}`.slice(-4000);
			if (/ready to accept connections/i.test(log)) done();
		});
		stdout?.once('close', () => fail(new Error(`The server did not start:\n${log}`)));
	});
}

function stop(child: ChildProcess): Promise<void> {
	return new Promise((done) => {
		child.once('exit', () => done());
		child.stdin?.end();
	});
}
