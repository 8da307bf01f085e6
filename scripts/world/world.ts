/** Everything the demo needs on one machine: the sandbox, a real n8n with our nodes, workflows and accounts. */
import { resolve } from 'node:path';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';
import { endOf, type N8nInstance, startN8n } from '../n8n/instance';
import { connectorsCredential, demoCredentials } from './credentials';
import { type Crms, crmsOf } from './crm';
import { putWorkflow, removeWorkflows, type WorkflowFile, workflowFiles } from './workflows';

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
	/** More environment for n8n. */
	env?: Record<string, string>;
	say?: (line: string) => void;
}

export interface World {
	sandbox: Sandbox;
	crms: Crms;
	n8n: N8nInstance;
	/** Ids of the demo workflows, by their file name. */
	workflows: Record<WorkflowFile, string>;
	stop(): Promise<void>;
}

/** Starts it all; what was started is stopped again when a part fails. */
export async function startWorld(options: WorldOptions): Promise<World> {
	const say = options.say ?? (() => undefined);
	const sandbox = await openSandbox(options);
	say(`sandbox    ${sandbox.url}`);
	try {
		const crms = crmsOf(sandbox.url);
		for (const crm of Object.values(crms)) await crm.addCustomers();
		say('n8n        starting ...');
		const n8n = await startN8n({
			userFolder: options.userFolder,
			...(options.n8nPort === undefined ? {} : { port: options.n8nPort }),
			...(options.packageDir === undefined ? {} : { packageDir: options.packageDir }),
			...(options.env === undefined ? {} : { env: options.env }),
		});
		const stop = async () => {
			await n8n.stop();
			await sandbox.stop();
		};
		try {
			const workflows = await setUp(n8n, sandbox.url);
			return { sandbox, crms, n8n, workflows, stop };
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

/** Credentials, fields of the CRMs and active workflows: all of it at each start, because the sandbox forgets. */
async function setUp(n8n: N8nInstance, sandboxUrl: string): Promise<Record<WorkflowFile, string>> {
	await removeWorkflows(n8n.api);
	// Where the connector service is will be told when it has started.
	const credentials = [
		...demoCredentials(sandboxUrl),
		connectorsCredential(sandboxUrl, 'none yet'),
	];
	for (const credential of credentials) await n8n.api.upsertCredential(credential);
	const ids = {} as Record<WorkflowFile, string>;
	for (const file of workflowFiles) ids[file] = await putWorkflow(n8n.api, file, sandboxUrl);
	return ids;
}
