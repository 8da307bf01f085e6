import { randomUUID } from 'node:crypto';
import type { Execution, WorkflowInput } from '../../../scripts/n8n/types';
import { until } from '../../../scripts/n8n/until';
import type { CrmName } from '../../../scripts/world/credentials';
import { crmsOf } from '../../../scripts/world/crm';
import {
	pollOften,
	readWorkflow,
	withCredentials,
	type WorkflowFile,
} from '../../../scripts/world/workflows';
import { outputs } from './workflows';
import { api, sandbox, sandboxUrl, workflows } from './world';

export const crms = crmsOf(sandboxUrl);

const other: Readonly<Record<CrmName, CrmName>> = { hubspot: 'salesforce', salesforce: 'hubspot' };

/**
 * The id of a workflow of workflows/ that works for a CRM: for HubSpot the one that is there, for Salesforce
 * a copy in which nothing but `crm` and the credentials was exchanged.
 */
export async function workflowFor(crm: CrmName, file: WorkflowFile): Promise<string> {
	if (crm === 'hubspot') return workflows[file];
	const copy = exchanged(pollOften(readWorkflow(file)));
	return await api.upsertWorkflow(copy, { activate: true });
}

function exchanged(workflow: WorkflowInput): WorkflowInput {
	const nodes = workflow.nodes.map((node) => {
		const copy = { ...node, ...(node.webhookId ? { webhookId: randomUUID() } : {}) };
		const crm = node.parameters?.['crm'];
		if (crm !== 'hubspot' && crm !== 'salesforce') return copy;
		return withCredentials({ ...copy, parameters: { ...node.parameters, crm: other[crm] } });
	});
	return { ...workflow, name: `e2e ${workflow.name}, exchanged`, nodes };
}

/** What RCS CRM Trigger started a workflow with after an execution, from the first to the last. */
export async function startedWith(workflowId: string, after: string): Promise<string[]> {
	const ended = await endedAfter(workflowId, after);
	const executions = await Promise.all(ended.map(({ id }) => api.execution(id)));
	return executions.reverse().flatMap(statements);
}

/** Waits until whatever was started of a workflow after an execution has ended, and gives it, the newest first. */
export async function endedAfter(workflowId: string, after: string): Promise<Execution[]> {
	return await until(90_000, `all executions of ${workflowId} to end`, async () => {
		const all = await api.started(workflowId, 100);
		const later = all.filter(({ id }) => Number(id) > Number(after));
		return later.some(({ status }) => status === 'new' || status === 'running') ? undefined : later;
	});
}

function statements(execution: Execution): string[] {
	const [told = []] = outputs(execution, 'RCS CRM Trigger');
	return told.map(({ json }) => `${String(json['phone'])} ${String(json['state'])}`);
}

/** How often anybody wrote to a record, by the oracle of its CRM: a number that only grows. */
export async function writesTo(crm: CrmName, phone: string): Promise<number> {
	const { id } = await crms[crm].contact(phone);
	return await writes[crm](id);
}

const writes: Readonly<Record<CrmName, (id: string) => Promise<number>>> = {
	async hubspot(id) {
		const { records } = await sandbox<{
			records: { id: string; changes: Record<string, number> }[];
		}>('GET', '/sandbox/crm/hubspot/records');
		const { changes = {} } = records.find((record) => record.id === id) ?? {};
		return Object.values(changes).reduce((sum, times) => sum + times, 0);
	},
	async salesforce(id) {
		const { objects } = await sandbox<{
			objects: { Contact?: { Id: string; SystemModstamp: string }[] };
		}>('GET', '/sandbox/crm/salesforce/records');
		const record = objects.Contact?.find(({ Id }) => Id === id);
		return Date.parse(record?.SystemModstamp ?? '');
	},
};
