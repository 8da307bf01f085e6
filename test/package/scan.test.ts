import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

interface Check {
	name: string;
	problems: string[];
}

/**
 * Its own process: n8n's scanner is an ES module that starts an ESLint. Without jest's NODE_ENV, under which
 * some of its rules take every file for a trigger.
 */
function packAndCheck(): Check[] {
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[join(root, 'scripts', 'pack-check.mjs'), '--json'],
		{ cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
	);
	if (!stdout.startsWith('{')) throw new Error(`pack-check failed:\n${stdout}${stderr}`);
	return (JSON.parse(stdout) as { checks: Check[] }).checks;
}

describe('the package as npm would publish it', () => {
	let checks: Check[];
	beforeAll(() => {
		checks = packAndCheck();
	});

	it.each([
		'the tarball holds only dist, package.json, README and LICENSE',
		'every node and credential that package.json names is there',
		'the tarball is smaller than 0.5 MB',
		'there are no run-time dependencies',
		"n8n's scanner passes the tarball",
		"n8n's scanner passes the sources",
	])('%s', (name) => {
		expect(checks.find((check) => check.name === name)).toEqual({ name, problems: [] });
	});
});
