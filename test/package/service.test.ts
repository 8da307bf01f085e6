import { execFileSync, spawn } from 'node:child_process';
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
import { text } from 'node:stream/consumers';
import { demoApp } from '../../sandbox/crm/salesforce/account';
import { object, useSandbox } from '../sandbox/world';

/** The package of the command line as npm would pack it. Needs an up-to-date service/dist. */

jest.setTimeout(60_000);

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
	expect(files).toEqual(['LICENSE', 'README.md', 'dist', 'dist/cli.js', 'package.json']);
});

it('brings the SDKs as dependencies, not inside', () => {
	const built = readFileSync(join(unpacked, 'dist', 'cli.js'), 'utf8');
	expect(built.startsWith('#!/usr/bin/env node')).toBe(true);
	expect(built).toContain('require("jsforce")');
	expect(built).toContain('require("@hubspot/api-client")');
	expect(built.length).toBeLessThan(1_000_000);
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
