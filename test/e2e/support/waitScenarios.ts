import { randomUUID } from 'node:crypto';
import {
	type Execution,
	type Item,
	type N8nApi,
	until,
	type WorkflowInput,
	type WorkflowNode,
} from '../../../scripts/n8n/api';
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

function plainNode(
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
	const workflowId = await api.upsertWorkflow(workflow, { activate: true });
	const last = (await api.executions(workflowId, 1))[0]?.id ?? '0';
	const url = `${api.url}/webhook/${String(workflow.nodes[0]?.webhookId)}`;
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ order }),
	});
	if (!answer.ok) throw new Error(`n8n answered ${answer.status}: ${await answer.text()}`);
	const asked = await phone.receives('The question', ({ id, state, content }) => {
		const isHere = state === 'delivered' || state === 'read';
		return isHere && !before.has(id) && JSON.stringify(content).includes(question.message);
	});
	const waiting = await api.waitForExecution({ workflowId, after: last });
	return { asked, waiting, workflowId };
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

/** Waits until an execution that waited has gone on to its end. */
export async function goesOn(api: N8nApi, id: string, timeoutMs = 20_000): Promise<Execution> {
	return until(timeoutMs, `execution ${id} to go on`, async () => {
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

/** Where scenarios play: one n8n, and a phone that hears of it. */
export interface Stage {
	api: N8nApi;
	phone: Phone;
	/** What differs from the usual question, e.g. where it is remembered. */
	asking?: Partial<Asking>;
}

const usual = ({ phone, asking = {} }: Stage, name: string): Asking => ({
	name: `e2e asks ${name}`,
	to: phone.number,
	...asking,
});

const late = 'already closed';

/** The texts that came to the phone after a question. */
async function after(phone: Phone, asked: PhoneEntry): Promise<string[]> {
	const entries = await phone.entries();
	const from = entries.findIndex(({ id }) => id === asked.id);
	return entries
		.slice(from + 1)
		.filter(({ type }) => type === 'message')
		.map(({ content }) => String((content as { text?: string }).text));
}

/** A tap on a chip: the very execution goes on, with the items it had. */
export async function tapGoesOn(stage: Stage): Promise<void> {
	const { api, phone } = stage;
	const { asked, waiting } = await ask(stage, askingWorkflow(usual(stage, 'for a tap')), 'tap-1');
	expect(waiting.status).toBe('waiting');
	await phone.tap(asked.id, chip(asked, 'Another day'));
	const done = await goesOn(api, waiting.id);
	expect(done.status).toBe('success');
	expect(waysOut(done)).toEqual({
		Replied: [
			expect.objectContaining({
				order: 'tap-1',
				replied: true,
				reply: expect.objectContaining({ text: 'Another day', value: 'other', by: 'chip' }),
			}),
		],
	});
}

/** Two taps at the same moment, and one that comes later: one of them counts, and the person is told once. */
export async function secondTapChangesNothing(stage: Stage): Promise<void> {
	const { api, phone } = stage;
	const { asked, waiting } = await ask(stage, askingWorkflow(usual(stage, 'for taps')), 'taps');
	const [yes, other] = [chip(asked, 'Yes'), chip(asked, 'Another day')];
	await Promise.all([phone.tap(asked.id, yes), phone.tap(asked.id, other)]);
	const done = await goesOn(api, waiting.id);
	expect(waysOut(done)).toEqual({ Replied: [expect.objectContaining({ replied: true })] });
	await phone.receives('The answer to the second tap', ({ content }) =>
		String((content as { text?: string } | undefined)?.text).includes(late),
	);
	await phone.tap(asked.id, yes);
	await phone.tap(asked.id, other);
	await settled(stage);
	expect((await after(phone, asked)).filter((text) => text.includes(late))).toHaveLength(1);
	expect(waysOut(await api.execution(waiting.id))).toEqual(waysOut(done));
}

/** A text: the words of a chip count as a tap on it, and any other is none unless it may be. */
export async function textGoesOn(stage: Stage): Promise<void> {
	const { api, phone } = stage;
	const words = await ask(stage, askingWorkflow(usual(stage, 'for a word')), 'word');
	await phone.write(' another DAY! ');
	expect(waysOut(await goesOn(api, words.waiting.id))['Replied']).toEqual([
		expect.objectContaining({
			reply: expect.objectContaining({ choice: 'Another day', value: 'other', by: 'text' }),
		}),
	]);
	const parameters = { ...stage.asking?.parameters, responseType: 'freeText' };
	const open = await ask(stage, askingWorkflow({ ...usual(stage, 'openly'), parameters }), 'open');
	await phone.write('After lunch, please');
	expect(waysOut(await goesOn(api, open.waiting.id))['Replied']).toEqual([
		expect.objectContaining({
			reply: expect.objectContaining({ text: 'After lunch, please', choice: null, by: 'text' }),
		}),
	]);
}

/** Nobody answers in time: Not Replied, by n8n's own timer; a tap that comes then is answered. */
export async function timeLimitEnds(stage: Stage): Promise<void> {
	const { api, phone } = stage;
	const limitWaitTime = {
		values: { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' },
	};
	const parameters = { ...stage.asking?.parameters, options: { limitWaitTime } };
	const workflow = askingWorkflow({ ...usual(stage, 'for a while'), parameters });
	const { asked, waiting } = await ask(stage, workflow, 'nobody');
	// n8n looks once a minute for what is due.
	const done = await goesOn(api, waiting.id, 80_000);
	expect(done.status).toBe('success');
	expect(waysOut(done)).toEqual({
		'Not Replied': [
			expect.objectContaining({ order: 'nobody', replied: false, reason: 'timeLimit' }),
		],
	});
	await phone.tap(asked.id, chip(asked, 'Yes'));
	await phone.receives('The answer to the late tap', ({ content }) =>
		String((content as { text?: string } | undefined)?.text).includes(late),
	);
	expect(waysOut(await api.execution(waiting.id))).toEqual(waysOut(done));
}

/** A STOP is no answer: who was asked left, and the way out is Not Replied at once. */
export async function optOutEnds(stage: Stage): Promise<void> {
	const { api, phone } = stage;
	const parameters = { ...stage.asking?.parameters, responseType: 'freeText' };
	const workflow = askingWorkflow({ ...usual(stage, 'who leaves'), parameters });
	const { waiting } = await ask(stage, workflow, 'stop');
	await phone.write('STOP');
	expect(waysOut(await goesOn(api, waiting.id))).toEqual({
		'Not Replied': [expect.objectContaining({ replied: false, reason: 'optedOut' })],
	});
	await phone.write('START');
	await settled(stage);
}

/** Waits until everything that was said on the phone before has been handled: what is said now comes after it. */
async function settled({ api, phone }: Stage): Promise<void> {
	const mark = `mark ${randomUUID()}`;
	await phone.write(mark);
	await until(20_000, 'the last words to be heard', async () => {
		const heard = JSON.stringify(await api.executions(undefined, 20));
		return heard.includes(mark) || undefined;
	});
}
