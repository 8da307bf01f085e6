/**
 * Makes the clone ready: dependencies as locked, and the Node that n8n needs. Costs a few milliseconds when there is
 * nothing to do. Everything is said on stderr, so that a task's stdout is only the task's.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { bundledNode, nodeModules, root, runFolder } from './paths.mjs';
import { runQuietly } from './quiet.mjs';

const stamp = join(nodeModules, '.setup-stamp');

/** @returns {Promise<string>} the path of the Node to run everything with */
export async function ensureSetup() {
	if (!isReady()) {
		mkdirSync(runFolder, { recursive: true });
		await withLock(join(runFolder, 'setup.lock'), async () => {
			if (isReady()) return;
			if (!matchesLock()) await installDependencies();
			if (!existsSync(bundledNode().binary)) await installNode();
			writeFileSync(stamp, fingerprint());
		});
	}
	return bundledNode().binary;
}

/** The folder with Node's headers, which compiling a native module needs. A later `npm install` may have pruned it. */
export async function ensureNodeHeaders() {
	const { home } = bundledNode();
	if (!existsSync(join(home, 'include', 'node', 'node.h'))) await installNode();
	return home;
}

function isReady() {
	return (
		existsSync(bundledNode().binary) &&
		existsSync(stamp) &&
		readFileSync(stamp, 'utf8') === fingerprint()
	);
}

function fingerprint() {
	const hash = createHash('sha256');
	for (const file of ['package-lock.json', ...manifests()])
		hash.update(readFileSync(join(root, file)));
	return hash.digest('hex');
}

function manifests() {
	const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	return [
		'package.json',
		...workspaces.map((/** @type {string} */ folder) => `${folder}/package.json`),
	];
}

/** Whether what is installed is what the lock says, as after a developer's own `npm install`. */
function matchesLock() {
	const installedFile = join(nodeModules, '.package-lock.json');
	if (!existsSync(installedFile)) return false;
	const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
	const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
	const wanted = Object.entries(locked).filter(
		([path, entry]) => path.includes('node_modules/') && !entry.optional && !entry.link,
	);
	return (
		wanted.every(([path, entry]) => installed[path]?.version === entry.version) &&
		Object.entries(installed).every(
			([path, entry]) => entry.link || entry.optional || path in locked,
		)
	);
}

async function installDependencies() {
	// Not `npm ci`: it refuses a lock without the optional packages of other platforms, which npm itself leaves out when
	// the registry it was written against has none. `--no-save` obeys the lock and leaves it alone.
	await runQuietly(
		npm('install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'),
		{
			cwd: root,
			saying: 'Installing dependencies (once, about a minute)',
			hint: 'The npm registry must be reachable. Then run the command again.',
		},
	);
}

/** The installer of the `node` package, which `--ignore-scripts` keeps npm from running. Stays inside node_modules. */
async function installNode() {
	await runQuietly([process.execPath, 'installArchSpecificPackage.js'], {
		cwd: bundledNode().folder,
		env: { npm_config_ignore_scripts: 'true', npm_config_workspaces: '' },
		saying: 'Fetching Node 24 (once)',
		hint: 'The npm registry must be reachable. Then run the command again.',
	});
	if (!existsSync(bundledNode().binary)) {
		throw new Error(
			`There is no Node 24 for ${process.platform} ${process.arch} in the npm registry. See CONTRIBUTING.md.`,
		);
	}
}

/** @param {string[]} args */
export function npm(...args) {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js') ? [process.execPath, script, ...args] : ['npm', ...args];
}
