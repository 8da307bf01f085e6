/** Everything the demo needs on one machine: the sandbox, a real n8n with our nodes, workflows and accounts. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';
import type { WorkflowInput } from '../n8n/api';
import { endOf, type N8nInstance, startN8n } from '../n8n/instance';
import { credentialOf, demoCredentials } from './credentials';

export const root = resolve(__dirname, '..', '..');

export interface WorldOptions {
	/** Where n8n keeps its data; kept between starts, so that a second start is quick. */
	userFolder: string;
	/** Left out: any free port. */
	n8nPort?: number;
	/** Left out: any free port. */
	sandboxPort?: number;
	/** How many times faster than a real network messages travel. */
	speed?: number;
	/** The package to try; left out: this repository as it was built. */
	packageDir?: string;
	say?: (line: string) => void;
}

export interface World {
	sandbox: Sandbox;
	n8n: N8nInstance;
	/** Ids of the demo workflows, by their file name. */
	workflows: Record<WorkflowFile, string>;
	stop(): Promise<void>;
}

const workflowFiles = ['order-shipped', 'replies'] as const;
export type WorkflowFile = (typeof workflowFiles)[number];

/** Starts it all; what was started is stopped again when a part fails. */
export async function startWorld(options: WorldOptions): Promise<World> {
	const say = options.say ?? (() => undefined);
	const sandbox = await openSandbox(options);
	say(`sandbox    ${sandbox.url}`);
	try {
		say('n8n        starting ...');
		const n8n = await startN8n({
			userFolder: options.userFolder,
			...(options.n8nPort === undefined ? {} : { port: options.n8nPort }),
			...(options.packageDir === undefined ? {} : { packageDir: options.packageDir }),
		});
		const stop = async () => {
			await n8n.stop();
			await sandbox.stop();
		};
		try {
			const workflows = await setUp(n8n, sandbox.url);
			return { sandbox, n8n, workflows, stop };
		} catch (error) {
			await n8n.stop();
			throw new Error(`${(error as Error).message}\n${endOf(n8n.log)}`);
		}
	} catch (error) {
		await sandbox.stop();
		throw error;
	}
}

async function openSandbox({ sandboxPort = 0, speed = 1 }: WorldOptions): Promise<Sandbox> {
	try {
		return await startSandbox({ port: sandboxPort, speed });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		throw new Error(
			`Port ${sandboxPort}, which the sandbox wants, is already in use. Stop what uses it, or set SANDBOX_PORT to another port.`,
		);
	}
}

/** Credentials and active workflows; activating again also registers webhooks again, because the sandbox forgets. */
async function setUp(n8n: N8nInstance, sandboxUrl: string): Promise<Record<WorkflowFile, string>> {
	for (const credential of demoCredentials(sandboxUrl)) await n8n.api.upsertCredential(credential);
	const ids: Record<WorkflowFile, string> = { 'order-shipped': '', replies: '' };
	for (const file of workflowFiles) {
		const workflow = withCredentials(readWorkflow(file, sandboxUrl));
		ids[file] = await n8n.api.upsertWorkflow(workflow, { activate: true });
	}
	return ids;
}

/** A workflow of workflows/, with the sandbox where the file names its usual address. */
function readWorkflow(file: WorkflowFile, sandboxUrl: string): WorkflowInput {
	const text = readFileSync(join(root, 'workflows', `${file}.json`), 'utf8');
	return JSON.parse(text.replaceAll('http://127.0.0.1:4010', sandboxUrl)) as WorkflowInput;
}

/** Our nodes with the demo credential of their provider; the files themselves name none. */
function withCredentials(workflow: WorkflowInput): WorkflowInput {
	const nodes = workflow.nodes.map((node) => {
		const provider = node.parameters?.['provider'];
		if (!node.type.startsWith('n8n-nodes-rcs.') || typeof provider !== 'string') return node;
		return { ...node, credentials: credentialOf(provider) };
	});
	return { ...workflow, nodes };
}
