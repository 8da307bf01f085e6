/** Starts and stops a real n8n with a built package of ours in it. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { N8nApi } from './api';
import { fetchOnce } from './fetchOnce';
import { installPackage } from './installPackage';
import { claimPort } from './port';
import { ProcessGroup } from './processGroup';

const root = resolve(__dirname, '..', '..');
const n8nFolder = join(root, '.n8n-runtime');

/** The owner of every n8n we start; it listens on this machine only. */
export const owner = { email: 'owner@example.com', password: 'RcsDemo123!' };
const ownerPasswordHash = '$2a$10$LmVfdCdlAlnA77/R1uukm.SaMXZuV/gLVb06TCP2o.BRjODW19oh6';

/** It ends by itself when it cannot start; on a busy machine a start with an empty database takes minutes. */
const READY_WITHIN_MS = 300_000;

export interface N8nOptions {
	/** What n8n's command line is asked to be, e.g. `['worker']`. Default: all of it in one process. */
	command?: readonly string[];
	/** Where this n8n keeps its database, settings and packages (it makes `.n8n` inside). */
	userFolder: string;
	/** Left out: any free port. */
	port?: number;
	/** Port between n8n and its task runner. Left out: any free port. */
	brokerPort?: number;
	/** More environment for n8n; wins over ours. */
	env?: Record<string, string>;
	/** The built package to load: a folder with package.json and dist/. Default: this repository. */
	packageDir?: string;
	/** File for what n8n prints. Default: n8n.log in the user folder. */
	log?: string;
}

export interface N8nInstance {
	url: string;
	pid: number;
	log: string;
	api: N8nApi;
	/** Ends n8n and everything it started. */
	stop(): Promise<void>;
	/** Ends all of it at once: nothing of it gets to run any more. */
	kill(): Promise<void>;
}

export async function startN8n(options: N8nOptions): Promise<N8nInstance> {
	const bin = join(n8nFolder, 'node_modules', 'n8n', 'bin', 'n8n');
	if (!existsSync(join(n8nFolder, '.installed'))) {
		throw new Error('n8n is not installed yet: run `node scripts/run.mjs n8n:install` first.');
	}
	const port = await claimPort(options.port, 'n8n');
	const brokerPort = await claimPort(options.brokerPort, "n8n's task runner");
	const url = `http://127.0.0.1:${port}`;
	const log = options.log ?? join(options.userFolder, 'n8n.log');

	mkdirSync(options.userFolder, { recursive: true });
	mkdirSync(dirname(log), { recursive: true });
	installPackage(options.packageDir ?? root, join(options.userFolder, '.n8n', 'nodes'), n8nFolder);

	const { command = ['start'] } = options;
	const output = openSync(log, 'a');
	const child = spawn(nodeBinary(), ['--import', join(__dirname, 'tether.mjs'), bin, ...command], {
		cwd: options.userFolder,
		env: {
			...machineEnvironment(),
			...n8nEnvironment(options.userFolder, port, brokerPort),
			...options.env,
			RCS_TETHERED: 'yes',
		},
		stdio: ['pipe', output, output], // the pipe is never written to: see tether.mjs
		detached: true, // its own process group, so that stop() also ends the task runner
	});
	closeSync(output);
	const group = new ProcessGroup(child);
	try {
		await ready(url, group);
	} catch (error) {
		await group.stop();
		throw new Error(`${(error as Error).message}\n${endOf(log)}`);
	}
	return {
		url,
		pid: group.pid,
		log,
		api: new N8nApi(url, owner),
		stop: () => group.stop(),
		kill: () => group.kill(),
	};
}

function n8nEnvironment(userFolder: string, port: number, brokerPort: number) {
	return {
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_PROTOCOL: 'http',
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_ENCRYPTION_KEY: 'local-demo-only',
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: owner.email,
		N8N_INSTANCE_OWNER_PASSWORD_HASH: ownerPasswordHash,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Demo',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Owner',
		// Everything below keeps it from calling out.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
		N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DISABLED_MODULES: 'mcp-registry',
		EXTERNAL_FRONTEND_HOOKS_URLS: '',
	};
}

/** Of the caller's environment only what any program needs: an N8N_ or DB_ variable there is meant for another n8n. */
function machineEnvironment(): Record<string, string> {
	const wanted = [
		'PATH',
		'HOME',
		'TMPDIR',
		'TEMP',
		'LANG',
		'TZ',
		'SystemRoot',
		'NODE_EXTRA_CA_CERTS',
	];
	return Object.fromEntries(
		wanted.flatMap((name) => {
			const value = process.env[name];
			return value === undefined ? [] : [[name, value]];
		}),
	);
}

/** n8n needs Node 24: the one of the devDependency `node`, whatever runs us. */
function nodeBinary(): string {
	const bundled = join(root, 'node_modules', 'node', 'bin', 'node');
	return existsSync(bundled) ? bundled : process.execPath;
}

async function ready(url: string, group: ProcessGroup): Promise<void> {
	for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await sleep(200)) {
		if (group.exitCode !== undefined)
			throw new Error(`n8n ended while starting (${group.exitCode})`);
		const answer = await fetchOnce(`${url}/healthz/readiness`).catch(() => undefined);
		if (answer?.ok) return;
	}
	throw new Error(`n8n did not get ready within ${READY_WITHIN_MS / 1000} s`);
}

/** The last lines of a log, for an error message. */
export function endOf(log: string): string {
	const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12);
	return `The end of ${log}:\n${lines.join('\n')}`;
}
