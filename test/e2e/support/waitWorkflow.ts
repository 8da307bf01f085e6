import { randomUUID } from 'node:crypto';
import type { N8nApi } from '../../../scripts/n8n/api';
import type { Execution, Item, WorkflowInput, WorkflowNode } from '../../../scripts/n8n/types';
import { until } from '../../../scripts/n8n/until';
import { fetchOnce } from '../../../scripts/n8n/fetchOnce';
import type { Phone, PhoneEntry } from '../../../scripts/world/phone';
import { rcsTrigger, sendRcs } from './workflows';

/** A workflow that asks, and what it is asked through: for any n8n, whatever its mode. */

const question = {
	operation: 'sendAndWait',
	message: 'Does Tuesday at 10 suit you?',
	responseType: 'choices',
	choices: {
		choice: [
			{ label: 'Yes', value: 'slot-1' },
			{ label: 'Another day', value: 'other' },
		],
	},
};

export const isQuestion = (content: unknown): boolean =>
	JSON.stringify(content ?? '').includes(question.message);

export interface Asking {
	name: string;
	to: string;
	/** What differs from the usual question. */
	parameters?: Record<string, unknown>;
	credentials?: WorkflowNode['credentials'];
}

/** A webhook starts it; each way out leads to a node of its own, which names the item of the start. */
export function askingWorkflow({ name, to, parameters = {}, credentials }: Asking): WorkflowInput {
	const path = randomUUID();
	const start = plainNode('Start', 'n8n-nodes-base.webhook', 2, { path, httpMethod: 'POST' });
	const ask = sendRcs({ ...question, to, ...parameters }, credentials);
	const ends = ['Replied', 'Not Sent', 'Not Replied'].map((way) =>
		plainNode(way, 'n8n-nodes-base.set', 3.4, {
			includeOtherFields: true,
			assignments: {
				assignments: [
					{
						id: way,
						name: 'order',
						type: 'string',
						value: '={{ $("Start").item.json.body.order }}',
					},
				],
			},
		}),
	);
	return {
		name,
		nodes: [{ ...start, webhookId: path }, ask, ...ends],
		connections: {
			Start: { main: [[{ node: ask.name, type: 'main', index: 0 }]] },
			[ask.name]: { main: ends.map((end) => [{ node: end.name, type: 'main', index: 0 }]) },
		},
	};
}

export function plainNode(
	name: string,
	type: string,
	typeVersion: number,
	parameters: object,
): WorkflowNode {
	return {
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters: { ...parameters },
	};
}

/** A published workflow that does nothing but hear of answers. */
export const hearingWorkflow = (more: Record<string, unknown> = {}): WorkflowInput => ({
	name: 'e2e hears of answers',
	nodes: [
		rcsTrigger({
			provider: 'infobip',
			events: ['message.replied', 'message.received', 'user.optedOut'],
			...more,
		}),
	],
	connections: {},
});

/** Asks, and gives the question on the phone and the execution that waits. */
export async function ask(
	{ api, phone }: { api: N8nApi; phone: Phone },
	workflow: WorkflowInput,
	order: string,
): Promise<{ asked: PhoneEntry; waiting: Execution; workflowId: string }> {
	const before = new Set((await phone.entries()).map(({ id }) => id));
	const asking = await start({ api }, workflow, order);
	const asked = await phone.receives('The question', ({ id, state, content }) => {
		const isHere = state === 'delivered' || state === 'read';
		return isHere && !before.has(id) && isQuestion(content);
	});
	const waiting = await api.waitForExecution(asking);
	return { asked, waiting, workflowId: asking.workflowId };
}

/** Starts a workflow that asks; gives where its execution is found. */
export async function start(
	{ api }: { api: N8nApi },
	workflow: WorkflowInput,
	order: string,
): Promise<{ workflowId: string; after: string }> {
	const workflowId = await api.upsertWorkflow(workflow, { activate: true });
	const last = (await api.executions(workflowId, 1))[0]?.id ?? '0';
	const url = `${api.url}/webhook/${String(workflow.nodes[0]?.webhookId)}`;
	const answer = await fetchOnce(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ order }),
	});
	if (!answer.ok) throw new Error(`n8n answered ${answer.status}: ${await answer.text()}`);
	return { workflowId, after: last };
}

/** The postback data of a chip by its label. */
export function chip({ content }: PhoneEntry, label: string): string {
	const { suggestions = [], card } = content as {
		suggestions?: { text: string; postbackData: string }[];
		card?: { suggestions?: { text: string; postbackData: string }[] };
	};
	const found = [...suggestions, ...(card?.suggestions ?? [])].find(({ text }) => text === label);
	if (!found) throw new Error(`There is no chip '${label}'`);
	return found.postbackData;
}

/** n8n looks once a minute for what is due, and on a busy machine takes its time. */
const PATIENCE_MS = 180_000;

/** Waits until an execution that waited has gone on to its end. */
export async function goesOn(api: N8nApi, id: string): Promise<Execution> {
	return until(PATIENCE_MS, `execution ${id} to go on`, async () => {
		const found = await api.execution(id);
		return ['new', 'running', 'waiting'].includes(found.status) ? undefined : found;
	});
}

/** The items that left by each way out. */
export function waysOut(execution: Execution): Record<string, Item['json'][]> {
	const runData = execution.data?.resultData.runData ?? {};
	return Object.fromEntries(
		['Replied', 'Not Sent', 'Not Replied'].flatMap((way) => {
			const items = runData[way]?.flatMap(({ data }) => data?.main[0] ?? []) ?? [];
			return items.length > 0 ? [[way, items.map(({ json }) => json)]] : [];
		}),
	);
}
