import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asArray, asObject } from '../../core/json';
import { installPackage } from '../../scripts/n8n/installPackage';

const root = resolve(__dirname, '..', '..');
const bin = join(root, '.n8n-runtime', 'node_modules', 'n8n', 'bin', 'n8n');
const node = join(root, 'node_modules', 'node', 'bin', 'node');

export interface CliRun {
	/** The most memory the process held, in MB. */
	peakMb: number;
	/** What it printed. */
	output: string;
}

/** An n8n without a server, driven by its command line, so that one process runs one job. */
export class N8nCli {
	private count = 0;

	/** Environment variables beside the usual ones. */
	more: NodeJS.ProcessEnv = {};

	constructor(private readonly folder: string) {
		installPackage(root, join(folder, '.n8n', 'nodes'), join(root, '.n8n-runtime'));
	}

	async importJson(what: 'credentials' | 'workflow', json: object): Promise<void> {
		const file = join(this.folder, `${what}.json`);
		writeFileSync(file, JSON.stringify([json]));
		await this.run([`import:${what}`, `--input=${file}`]);
	}

	async execute(workflowId: string): Promise<CliRun> {
		return this.run(['execute', `--id=${workflowId}`, '--rawOutput']);
	}

	private async run(args: string[]): Promise<CliRun> {
		this.count += 1;
		const file = join(this.folder, `output-${this.count}.txt`);
		const output = createWriteStream(file);
		const child = spawn(node, [bin, ...args], {
			env: { ...environment(this.folder), ...this.more },
		});
		child.stdout.pipe(output);
		let errors = '';
		child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
		let peakMb = 0;
		const watch = setInterval(() => (peakMb = Math.max(peakMb, peakOf(child.pid))), 100);
		const code = await new Promise<number | null>((done) => child.on('close', done));
		clearInterval(watch);
		await new Promise((done) => output.end(done));
		const text = readFileSync(file, 'utf8');
		if (code !== 0)
			throw new Error(`n8n ${args[0]} ended with ${code}\n${text.slice(-2000)}${errors}`);
		return { peakMb: Math.round(peakMb), output: text };
	}
}

/** The time a node took and the items it gave, from the JSON after n8n's log lines. */
export function nodeRun(output: string, name: string): { milliseconds: number; items: number } {
	const json: unknown = JSON.parse(output.slice(output.search(/^\{/m)));
	const { runData } = asObject(asObject(asObject(json)['data'])['resultData']);
	const [first] = asArray(asObject(runData)[name]).map(asObject);
	const [items] = asArray(asObject(first?.['data'])['main']);
	return { milliseconds: Number(first?.['executionTime']), items: asArray(items).length };
}

/** Linux keeps the high-water mark of a process's memory. */
function peakOf(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
	} catch {
		return 0;
	}
}

function environment(folder: string): NodeJS.ProcessEnv {
	return {
		PATH: process.env['PATH'],
		HOME: folder,
		N8N_USER_FOLDER: folder,
		N8N_ENCRYPTION_KEY: 'bench-only',
		N8N_RUNNERS_BROKER_PORT: '5697',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	};
}
