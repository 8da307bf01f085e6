import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { until } from '../until';
import { rcs } from './rcs';

const root = resolve(__dirname, '..', '..');

let folder = '';
const children: ChildProcess[] = [];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'rcs-serve-'));
});
afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

/** What ends with an error nobody handles when it is told to. */
const FAULT = `data:text/javascript,process.on('SIGUSR2', () => {
	Promise.reject(new Error('Nobody waits for +447700900123'));
})`;

/** Starts the command in a data folder of its own, and waits until it listens. */
async function serve(env: Record<string, string> = {}) {
	const child = spawn(
		process.execPath,
		['--import', 'tsx', '--import', FAULT, 'service/cli.ts', 'serve'],
		{
			cwd: root,
			env: {
				...process.env,
				NODE_OPTIONS: '',
				RCS_DATA_FOLDER: join(folder, 'data'),
				RCS_HTTP_PORT: '0',
				...env,
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	children.push(child);
	let said = '';
	const ended = new Promise<number | null>((done) => child.once('close', done));
	const url = await new Promise<string>((done, fail) => {
		const hear = (words: string) => {
			said += words;
			const [, found] = /"msg":"Listening on ([^"]+)"/.exec(said) ?? [];
			if (found) done(found);
		};
		child.stdout.setEncoding('utf8').on('data', hear);
		child.stderr.setEncoding('utf8').on('data', hear);
		child.once('close', (code) => fail(new Error(`It ended with ${code}: ${said}`)));
	});
	const kill = (signal: NodeJS.Signals) => child.kill(signal);
	return { url, ended, kill, log: () => said };
}

describe('rcs-connectors serve', () => {
	it('runs without any set-up, tells where its token is, and ends with 0', async () => {
		const { url, ended, kill, log } = await serve();
		const file = join(folder, 'data', 'token');
		const token = readFileSync(file, 'utf8').trim();
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const answer = await fetch(`${url}/v1/whoami`, {
			headers: { authorization: `Bearer ${token}` },
		});
		expect(await answer.json()).toMatchObject({ token: 'own' });
		expect(log()).toContain(`"tokenFile":"${file}"`);
		expect(log()).not.toContain(token);

		const { status, stderr } = await rcs(['serve'], '', {
			RCS_DATA_FOLDER: join(folder, 'data'),
			RCS_HTTP_PORT: '0',
		});
		expect(status).toBe(1);
		expect(stderr).toMatch(/in use by another process/);

		kill('SIGTERM');
		expect(await ended).toBe(0);
		expect(log()).toMatch(/"msg":"Stopped"\}\n$/);
	});

	it('ends at once at a second signal', async () => {
		const { url, ended, kill, log } = await serve();
		const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
		await new Promise<void>((done) =>
			socket.write('POST /v1/events HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n', () =>
				done(),
			),
		);
		await fetch(`${url}/healthz`);
		kill('SIGTERM');
		await until(() => log().includes('"msg":"Stopping"'));
		kill('SIGTERM');
		expect(await ended).toBe(1);
		expect(log()).not.toContain('"msg":"Stopped"');
		socket.destroy();
	});

	it('logs what nobody handled, and ends with 1', async () => {
		const { ended, kill, log } = await serve();
		kill('SIGUSR2');
		expect(await ended).toBe(1);
		expect(log()).toMatch(/"message":"Nobody waits for \*\*\*".*Nobody handled an error/);
	});

	it('only checks its configuration with --check', async () => {
		const file = join(folder, 'config.json');
		writeFileSync(file, '{"providers": {"shop": {"provider": "seven"}}}');
		expect(await rcs(['serve', '--check', '--config', file])).toEqual({
			status: 0,
			stderr: '',
			stdout:
				'The configuration is valid. Role all, database embedded in rcs-data, providers: shop, CRMs: none.\n',
		});
		const { status, stdout } = await rcs(['serve', '--check'], '', { RCS_HTTP_PORT: 'web' });
		expect(status).toBe(2);
		expect(JSON.parse(stdout)).toMatchObject({ errors: [{ path: 'RCS_HTTP_PORT' }] });
	});
});
