import { randomUUID } from 'node:crypto';
import type { Execution, Item, WorkflowInput, WorkflowNode } from '../../../scripts/n8n/types';
import { credentialOf } from '../../../scripts/world/credentials';
import { api } from './world';

type Credentials = NonNullable<WorkflowNode['credentials']>;

function node(name: string, type: string, typeVersion: number, parameters: object): WorkflowNode {
	return {
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters: { ...parameters },
	};
}

export const manualTrigger = (): WorkflowNode =>
	node('Start', 'n8n-nodes-base.manualTrigger', 1, {});

/** A Code node that gives these items. */
export const items = (all: readonly object[]): WorkflowNode =>
	node('Items', 'n8n-nodes-base.code', 2, {
		jsCode: `return ${JSON.stringify(all.map((json) => ({ json })))}`,
	});

export function sendRcs(
	{ provider = 'infobip', ...parameters }: { provider?: string; [name: string]: unknown },
	credentials: Credentials = credentialOf(provider),
): WorkflowNode {
	const sending = node('Send RCS', 'n8n-nodes-rcs.sendRcs', 1, { provider, ...parameters });
	return { ...sending, credentials };
}

export const rcsConsent = (parameters: object, credentials: Credentials): WorkflowNode => ({
	...node('RCS Consent', 'n8n-nodes-rcs.rcsConsent', 1, parameters),
	credentials,
});

export function rcsCrmSync(
	{ crm, ...parameters }: { crm: string; [name: string]: unknown },
	credentials: Credentials = credentialOf(crm),
): WorkflowNode {
	const sync = node('RCS CRM Sync', 'n8n-nodes-rcs.rcsCrmSync', 1, { crm, ...parameters });
	return { ...sync, credentials };
}

export function rcsCrmTrigger(
	{ crm, ...parameters }: { crm: string; [name: string]: unknown },
	credentials: Credentials = credentialOf(crm),
): WorkflowNode {
	const pollTimes = { item: [{ mode: 'everyMinute' }] };
	const given = { crm, pollTimes, ...parameters };
	return { ...node('RCS CRM Trigger', 'n8n-nodes-rcs.rcsCrmTrigger', 1, given), credentials };
}

export function rcsTrigger(parameters: {
	provider: string;
	[name: string]: unknown;
}): WorkflowNode {
	const trigger = node('RCS Trigger', 'n8n-nodes-rcs.rcsTrigger', 1, {
		options: {},
		...parameters,
	});
	return { ...trigger, webhookId: randomUUID(), credentials: credentialOf(parameters.provider) };
}

/** A workflow whose nodes follow each other. */
export function chain(name: string, ...nodes: WorkflowNode[]): WorkflowInput {
	const connections = nodes.slice(1).map((next, i) => {
		const target = { node: next.name, type: 'main', index: 0 };
		return [nodes[i]?.name ?? '', { main: [[target]] }] as const;
	});
	const placed = nodes.map((each, i) => ({ ...each, position: [i * 240, 0] }));
	return { name, nodes: placed, connections: Object.fromEntries(connections) };
}

/** Runs a workflow that starts by hand, to its end. */
export async function runToEnd(workflow: WorkflowInput): Promise<Execution> {
	const id = await api.upsertWorkflow(workflow);
	return await api.waitForExecution({ id: await api.run(id, 'Start') });
}

/** What a node gave, by output. */
export function outputs(execution: Execution, name: string): Item[][] {
	const main = execution.data?.resultData.runData[name]?.[0]?.data?.main ?? [];
	return main.map((output) => output ?? []);
}
