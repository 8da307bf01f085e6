import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TOKEN } from './world';

const tokens = [{ name: 'tests', token: TOKEN }];

const root = resolve(__dirname, '..', '..', '..');

/** The service in a process of its own. */
export interface ServiceProcess {
	pid: number;
	url: string;
	/** Ends it at once: nothing of it gets to run any more. */
	kill(): Promise<void>;
	/** Asks it to end. @throws Error when it does not end well. */
	stop(): Promise<void>;
}

/**
 * Starts the service as it was built, on a free port; `config` is what its configuration file holds.
 *
 * @throws Error with what it said when it ends instead of listening.
 */
export async function startServiceProcess(
	config: object,
	node: readonly string[] = [],
): Promise<ServiceProcess> {
	const folder = mkdtempSync(join(tmpdir(), 'rcs-process-'));
	const file = join(folder, 'config.json');
	writeFileSync(file, JSON.stringify({ http: { port: 0 }, tokens, ...config }));
	const cli = [join(root, 'service', 'dist', 'cli.js'), 'serve', '--config', file];
	const child = spawn(process.execPath, [...node, ...cli], { stdio: ['ignore', 'pipe', 'pipe'] });
	// Whoever started it may end without a word; it then has nobody to work for.
	const end = () => void child.kill('SIGKILL');
	process.once('exit', end);
	const ended = new Promise<number | null>((done) =>
		child.once('close', (code) => {
			process.off('exit', end);
			rmSync(folder, { recursive: true, force: true });
			done(code);
		}),
	);
	const url = await listening(child);
	return {
		pid: child.pid ?? 0,
		url,
		async kill() {
			child.kill('SIGKILL');
			await ended;
		},
		async stop() {
			child.kill('SIGTERM');
			const code = await ended;
			if (code !== 0) throw new Error(`The service ended with ${code}`);
		},
	};
}

function listening(child: ChildProcess): Promise<string> {
	return new Promise((done, fail) => {
		let said = '';
		const hear = (words: string) => {
			said = `${said}${words}`.slice(-4000);
			const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
			if (url !== undefined) done(url);
		};
		child.stdout?.setEncoding('utf8').on('data', hear);
		child.stderr?.setEncoding('utf8').on('data', hear);
		child.once('close', (code) => fail(new Error(`The service ended with ${code}:\n${said}`)));
	});
}
