import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { demoApp } from '../../sandbox/crm/salesforce/account';
import { object, useSandbox } from '../sandbox/world';

/** The package of the command line as npm would pack it. Needs an up-to-date service/dist. */

const root = resolve(__dirname, '..', '..');
const { url } = useSandbox();

let scratch = '';
let unpacked = '';
beforeAll(() => {
	scratch = mkdtempSync(join(tmpdir(), 'rcs-connectors-'));
	unpacked = join(scratch, 'package');
	const script = process.env['npm_execpath'];
	const [npm, ...first] = script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
	const args = ['pack', '--silent', '--ignore-scripts', `--pack-destination=${scratch}`];
	execFileSync(npm ?? 'npm', [...first, ...args], { cwd: join(root, 'service'), stdio: 'ignore' });
	const [tarball = ''] = readdirSync(scratch);
	execFileSync('tar', ['-xzf', join(scratch, tarball), '-C', scratch]);
	// As an installation would have its dependencies.
	mkdirSync(join(scratch, 'node_modules'));
	for (const name of Object.keys(object(manifest()['dependencies']))) {
		mkdirSync(join(scratch, 'node_modules', name, '..'), { recursive: true });
		symlinkSync(join(root, 'node_modules', name), join(scratch, 'node_modules', name));
	}
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function manifest() {
	return object(JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')));
}

async function bin(...args: string[]) {
	const file = join(unpacked, String(object(manifest()['bin'])['rcs-connectors']));
	const child = spawn(process.execPath, [file, ...args], {
		cwd: scratch,
		env: { ...process.env, NODE_OPTIONS: '' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const ended = new Promise<number | null>((done) => child.on('close', done));
	const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
	return { status: await ended, stdout, stderr };
}

it('holds only what was built, its README and the licence', () => {
	const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).toSorted();
	const page = ['icon.svg', 'index.html', 'page.css', 'page.js'].map((name) => `dist/web/${name}`);
	const built = ['dist', 'dist/cli.js', 'dist/web', ...page];
	expect(files).toEqual(['LICENSE', 'README.md', ...built, 'package.json']);
});

it('brings the SDKs as dependencies, not inside', () => {
	const built = readFileSync(join(unpacked, 'dist', 'cli.js'), 'utf8');
	expect(built.startsWith('#!/usr/bin/env node')).toBe(true);
	expect(built).toContain('require("jsforce")');
	expect(built).toContain('require("@hubspot/api-client")');
	expect(built).toContain('require("pg-boss")');
	expect(built.length).toBeLessThan(1_500_000);
});

it('explains itself', async () => {
	expect(await bin('--help')).toEqual({
		...{ status: 0, stderr: '', stdout: expect.stringMatching(/^Usage: rcs-connectors /) },
	});
});

const { clientId, clientSecret } = demoApp;

it.each([
	['hubspot', { kind: 'bearer', token: 'sandbox-hubspot-key' }],
	['salesforce', { kind: 'clientCredentials', clientId, clientSecret }],
])('shows what it would add to %s', async (crm, auth) => {
	const file = join(scratch, `${crm}.json`);
	writeFileSync(file, JSON.stringify({ crm, baseUrl: `${url()}/${crm}`, auth }));
	const { status, stdout, stderr } = await bin('provision', crm, '--dry-run', '--settings', file);
	expect([status, stderr]).toEqual([0, '']);
	expect(stdout).toContain('Would be added');
});

/** A service that runs; what a test leaves behind when its time is over ends too. */
let running: ChildProcess | undefined;
afterEach(() => running?.kill('SIGKILL'));

it('runs the service, with its page', async () => {
	const file = join(unpacked, 'dist', 'cli.js');
	const child = spawn(process.execPath, [file, 'serve'], {
		cwd: scratch,
		env: { ...process.env, NODE_OPTIONS: '', RCS_HTTP_PORT: '0' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	running = child;
	const ended = new Promise<number | null>((done) => child.once('close', done));
	const url = await listening(child.stdout);
	expect((await fetch(`${url}/readyz`)).status).toBe(200);
	const page = await fetch(`${url}/`);
	expect(page.headers.get('content-type')).toMatch(/^text\/html/);
	child.kill('SIGTERM');
	expect(await ended).toBe(0);
	// It makes a database of its own first, for which a busy machine takes a minute.
}, 180_000);

/** Where a service says that it listens. */
async function listening(stdout: Readable) {
	let said = '';
	const words = stdout.setEncoding('utf8').iterator({ destroyOnReturn: false });
	for await (const part of words) {
		said += String(part);
		const [, url] = /"url":"([^"]+)"/.exec(said) ?? [];
		if (url !== undefined) return url;
	}
	throw new Error(`It does not listen: ${said}`);
}
