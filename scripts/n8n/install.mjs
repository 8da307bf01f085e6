/**
 * Installs the n8n that start, demo, end-to-end tests and benches run, once, into .n8n-runtime/ (2.8 GB, ignored by
 * git). It stands apart from the package: n8n needs version overrides, which a published community node may not have.
 *
 * Nothing but sqlite3 may run an install script: the other native modules bring their binaries along, and one that
 * nobody needs here (Kafka) would fail without a C library.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from '../lock.mjs';
import { bundledNode, root, runFolder } from '../paths.mjs';
import { runQuietly } from '../quiet.mjs';
import { ensureNodeHeaders, ensureSetup, npm } from '../setup.mjs';

const recipe = join(root, 'scripts', 'n8n');
const home = join(root, '.n8n-runtime');
const stamp = join(home, '.installed');

/** @returns {Promise<string>} the folder n8n is installed in */
export async function ensureN8n() {
	if (isInstalled()) return home;
	await ensureSetup();
	mkdirSync(runFolder, { recursive: true });
	await withLock(join(runFolder, 'n8n-install.lock'), async () => {
		if (!isInstalled()) await install();
	});
	return home;
}

function isInstalled() {
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function fingerprint() {
	const hash = createHash('sha256');
	for (const file of ['package.json', 'package-lock.json'])
		hash.update(readFileSync(join(recipe, file)));
	hash.update(readFileSync(join(bundledNode().folder, 'package.json')));
	return hash.digest('hex');
}

async function install() {
	const node = bundledNode();
	const env = {
		PATH: `${dirname(node.binary)}${delimiter}${process.env.PATH ?? ''}`,
		npm_config_nodedir: await ensureNodeHeaders(),
		npm_config_workspaces: '',
	};
	mkdirSync(home, { recursive: true });
	rmSync(stamp, { force: true });
	for (const file of ['package.json', 'package-lock.json'])
		copyFileSync(join(recipe, file), join(home, file));

	// Not `npm ci`: it refuses the lock that npm itself wrote (optional entries of other platforms).
	await runQuietly(
		npm('install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'),
		{
			cwd: home,
			env,
			saying: 'Installing n8n into .n8n-runtime (once, 2 to 5 minutes, 2.8 GB)',
			hint: 'The npm registry must be reachable and 3 GB of disk free. Run the command again: it goes on where it stopped.',
		},
	);
	if (!sqliteLoads(node.binary)) {
		await runQuietly(
			npm(
				'rebuild',
				'sqlite3',
				'--foreground-scripts',
				'--ignore-scripts=false',
				'--dangerously-allow-all-scripts',
			),
			{
				cwd: home,
				env,
				saying: 'Building the database driver of n8n (once, about a minute)',
				hint: 'A C++ compiler, make and Python 3 are needed (Debian: apt-get install build-essential python3). Then run the command again.',
			},
		);
		if (!sqliteLoads(node.binary)) {
			throw new Error(
				'The database driver of n8n was built but does not load. Delete .n8n-runtime and run again.',
			);
		}
	}
	writeFileSync(stamp, fingerprint());
}

/** @param {string} node */
function sqliteLoads(node) {
	return spawnSync(node, ['-e', "require('sqlite3')"], { cwd: home, stdio: 'ignore' }).status === 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	try {
		await ensureN8n();
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	}
}
