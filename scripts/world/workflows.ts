/** The workflows of workflows/, ready for n8n: with the accounts of the sandbox. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asObject } from '../../core/json';
import type { N8nApi } from '../n8n/api';
import type { WorkflowInput, WorkflowNode } from '../n8n/types';
import { credentialOf, credentialOfConnectors } from './credentials';

const folder = resolve(__dirname, '..', '..', 'workflows');

export const workflowFiles = [
	'order-shipped',
	'replies',
	'engagement-to-crm',
	'consent-from-crm',
	'double-opt-in',
	'support-hand-over',
	'one-time-password',
	'ab-test',
	'weekly-report',
	'abandoned-cart',
	'appointment-reply',
	'back-in-stock',
	'delivered-review',
	'order-confirmed',
	'shop-consent',
	'win-back',
] as const;
export type WorkflowFile = (typeof workflowFiles)[number];

/** Those that run in the demo. The others are imported only, to be published by whoever wants to try them. */
const running: readonly WorkflowFile[] = [
	'order-shipped',
	'replies',
	'support-hand-over',
	'engagement-to-crm',
	'consent-from-crm',
];

/** The trigger of what has to be done once, before a workflow can work. */
const ONCE = 'Run Once';

/** How often triggers look for changes in a CRM of the sandbox; in the files it is every minute. */
export const POLL_SECONDS = 5;

/**
 * Removes what an earlier start left, all of it before anything is set up: a trigger would note on records of
 * the CRMs what it remembers of those that the sandbox has forgotten.
 */
export async function removeWorkflows(api: N8nApi): Promise<void> {
	for (const file of workflowFiles) await api.removeWorkflow(readWorkflow(file).name);
}

/** Imports a workflow; where it runs in the demo, does what is to be done once, and activates it. @returns its id */
export async function putWorkflow(
	api: N8nApi,
	file: WorkflowFile,
	sandboxUrl: string,
): Promise<string> {
	const workflow = withSettings(pollOften(readWorkflow(file)), demoSettings(sandboxUrl));
	const id = await api.upsertWorkflow(workflow);
	if (!running.includes(file)) return id;
	if (workflow.nodes.some(({ name }) => name === ONCE)) await runOnce(api, id);
	await api.activate(id);
	return id;
}

async function runOnce(api: N8nApi, workflowId: string): Promise<void> {
	const execution = await api.waitForExecution({ id: await api.run(workflowId, ONCE) });
	const { error, lastNodeExecuted = ONCE, runData = {} } = execution.data?.resultData ?? {};
	const [done, ...others] = runData[lastNodeExecuted]?.[0]?.data?.main ?? [];
	if (done?.length === 1) return;
	const said = error?.message ?? JSON.stringify(others.flatMap((items) => items ?? []));
	throw new Error(`'${lastNodeExecuted}' did not end well: ${said}`);
}

/**
 * A workflow of workflows/, with `instead` in place of texts of the file, such as addresses.
 *
 * @throws Error where the file has no such text (any more).
 */
export function readWorkflow(
	file: WorkflowFile,
	instead: Readonly<Record<string, string>> = {},
): WorkflowInput {
	let text = readFileSync(join(folder, `${file}.json`), 'utf8');
	for (const [usual, here] of Object.entries(instead)) {
		if (!text.includes(usual)) throw new Error(`There is no ${usual} in ${file}.json`);
		text = text.replaceAll(usual, here);
	}
	const workflow = JSON.parse(text) as WorkflowInput;
	return { ...workflow, nodes: workflow.nodes.map(withCredentials) };
}

/** What the demo's shop writes into settings; in the files they are empty. */
function demoSettings(sandboxUrl: string): Settings {
	return {
		picture: `${sandboxUrl}/media/parcel.svg`,
		shop: 'Demo Shop',
		hours: 'from 9 to 18',
		phone: '+442079460123',
	};
}

type Settings = Readonly<Record<string, string>>;

/** The workflow with settings filled in that the file leaves empty, as a shop does that has them. */
export function withSettings(workflow: WorkflowInput, settings: Settings): WorkflowInput {
	const fill = (entry: unknown) => {
		const { name, value } = asObject(entry);
		const own = typeof name === 'string' && value === '' ? settings[name] : undefined;
		return own === undefined ? entry : { ...asObject(entry), value: own };
	};
	const nodes = workflow.nodes.map((node) => {
		const { assignments } = asObject(node.parameters?.['assignments']);
		if (!node.name.endsWith('Settings') || !Array.isArray(assignments)) return node;
		const filled = { assignments: assignments.map(fill) };
		return { ...node, parameters: { ...node.parameters, assignments: filled } };
	});
	return { ...workflow, nodes };
}

/** A node with the demo credentials of what it works with; the files themselves name none. */
export function withCredentials(node: WorkflowNode): WorkflowNode {
	const { provider, crm } = node.parameters ?? {};
	const account = provider ?? crm;
	const isOurs = node.type.startsWith('n8n-nodes-rcs.');
	const credentials = {
		...(isOurs && typeof account === 'string' ? credentialOf(account) : {}),
		...(asksConnectors(node) ? credentialOfConnectors : {}),
	};
	return Object.keys(credentials).length > 0 ? { ...node, credentials } : node;
}

function asksConnectors({ type, parameters = {} }: WorkflowNode): boolean {
	return (
		type === 'n8n-nodes-rcs.rcsConsent' ||
		parameters['consentCheck'] === 'service' ||
		parameters['handOn'] === true ||
		parameters['operation'] === 'getFigures'
	);
}

/**
 * The workflow with triggers that poll every few seconds. n8n takes no poll time that comes more often than
 * every minute, but several of them, each at a second of its own.
 */
export function pollOften(workflow: WorkflowInput): WorkflowInput {
	const nodes = workflow.nodes.map((node) => {
		if (!node.parameters?.['pollTimes']) return node;
		return { ...node, parameters: { ...node.parameters, pollTimes: { item: pollTimes } } };
	});
	return { ...workflow, nodes };
}

const pollTimes = Array.from({ length: 60 / POLL_SECONDS }, (_, i) => ({
	mode: 'custom',
	cronExpression: `${i * POLL_SECONDS} * * * * *`,
}));
