/**
 * Packs the package as npm would publish it and checks the tarball and the sources, with n8n's own scanner among
 * others. Needs an up-to-date dist/. Prints one line per check; with --json one object `{ checks: [...] }`.
 */
import {
	SOURCE_FILE_PATTERNS,
	analyzePackage,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { execFileSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { npm } from './setup.mjs';

const maxBytes = 500_000;
const allowed = /^(dist\/.*|package\.json|README\.md|LICENSE)$/;

const scratch = mkdtempSync(join(tmpdir(), 'rcs-pack-'));
try {
	const checks = await check(pack());
	report(checks);
	process.exitCode = checks.every(({ problems }) => problems.length === 0) ? 0 : 1;
} finally {
	rmSync(scratch, { recursive: true, force: true });
}

/** @returns {{ folder: string, bytes: number }} */
function pack() {
	const [command = '', ...args] = npm(
		'pack',
		'--silent',
		'--ignore-scripts',
		`--pack-destination=${scratch}`,
	);
	execFileSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
	const name = readdirSync(scratch).find((file) => file.endsWith('.tgz'));
	if (!name) throw new Error('npm pack made no tarball');
	const tarball = join(scratch, name);
	const folder = join(scratch, 'unpacked');
	mkdirSync(folder);
	execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
	return { folder, bytes: statSync(tarball).size };
}

/** @param {{ folder: string, bytes: number }} packed */
async function check({ folder, bytes }) {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		statSync(join(folder, file)).isFile(),
	);
	const entries = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	return [
		{
			name: 'the tarball holds only dist, package.json, README and LICENSE',
			problems: files.filter((file) => !allowed.test(file)),
		},
		{
			name: 'every node and credential that package.json names is there',
			problems: entries.filter((entry) => !existsSync(join(folder, entry))),
		},
		{
			name: `the tarball is smaller than ${maxBytes / 1e6} MB`,
			problems: bytes < maxBytes ? [] : [`${bytes} bytes`],
		},
		{
			name: 'there are no run-time dependencies',
			problems: ['dependencies', 'optionalDependencies', 'bundleDependencies', 'overrides'].filter(
				(field) => Object.keys(manifest[field] ?? {}).length > 0,
			),
		},
		{
			name: "n8n's scanner passes the tarball",
			problems: await scan(folder, ['**/*.js', 'package.json']),
		},
		{
			name: "n8n's scanner passes the sources",
			problems: await scan(root, SOURCE_FILE_PATTERNS),
		},
	];
}

/**
 * @param {string} folder
 * @param {string[]} patterns
 * @returns {Promise<string[]>}
 */
async function scan(folder, patterns) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	return passed ? [] : [details ?? message ?? 'the scanner gave no reason'];
}

/** @param {{ name: string, problems: string[] }[]} checks */
function report(checks) {
	if (process.argv.includes('--json')) {
		process.stdout.write(`${JSON.stringify({ checks })}\n`);
		return;
	}
	for (const { name, problems } of checks) {
		process.stdout.write(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}\n`);
		for (const problem of problems) process.stdout.write(`${problem.replace(/^/gm, '       ')}\n`);
	}
}
