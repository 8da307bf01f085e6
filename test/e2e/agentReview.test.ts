import type { Execution, WorkflowInput } from '../../scripts/n8n/types';
import type { PhoneEntry } from '../../scripts/world/phone';
import { until } from '../until';
import { type Model, startModel } from './support/model';
import { chip, goesOn, hearingWorkflow, plainNode } from './support/waitWorkflow';
import { manualTrigger, sendRcs } from './support/workflows';
import { api, arrived, phones } from './support/world';

/** An AI agent wants to write to a customer, and somebody has to allow it, on their own phone and in the chat. */

const { android: reviewer, iphone: customer } = phones;
const text = 'Your refund is on its way';
/** In n8n's own words, which the form of the review has at first. */
const question = `The agent wants to run this tool: Write_to_customer\n\nInput:\ntext: ${text}`;
const MODEL = 'e2e model';
let model: Model;
let hearing: string;

beforeAll(async () => {
	model = await startModel();
	const data = { apiKey: 'none', url: model.url };
	await api.upsertCredential({ name: MODEL, type: 'openAiApi', data });
	hearing = await api.upsertWorkflow(hearingWorkflow(), { activate: true });
});
afterAll(async () => {
	await api.deactivate(hearing);
	await model.stop();
});
beforeEach(() => {
	model.calls = [callWith(text)];
});

const callWith = (words: string) => ({ toolParameters: { text: words }, hitlParameters: {} });

interface Agent {
	/** The model is asked by the newer of the two shapes of its API, as n8n does at first. */
	responsesApiEnabled?: boolean;
	/** What differs from the usual question. */
	asking?: Record<string, unknown>;
}

/** Start -> agent; the tool's way to the agent leads through the review. */
function agentWorkflow({ responsesApiEnabled = true, asking }: Agent): WorkflowInput {
	const chat = plainNode('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.3, {
		model: { __rl: true, mode: 'id', value: 'stub' },
		responsesApiEnabled,
	});
	const agent = plainNode('Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, {
		promptType: 'define',
		text: 'Tell the customer about the refund',
	});
	const review = sendRcs({
		to: reviewer.number,
		approvalOptions: { values: { approvalType: 'double', disapproveLabel: 'Disapprove' } },
		...asking,
	});
	const tool = sendRcs({
		to: customer.number,
		text: "={{ $fromAI('text', 'What to tell', 'string') }}",
	});
	const to = (node: string, type: string) => ({ [type]: [[{ node, type, index: 0 }]] });
	return {
		name: 'e2e agent asks',
		nodes: [
			manualTrigger(),
			agent,
			{ ...chat, credentials: { openAiApi: { name: MODEL } } },
			{ ...review, name: 'Review', type: 'n8n-nodes-rcs.sendRcsHitlTool' },
			{ ...tool, name: 'Write to customer', type: 'n8n-nodes-rcs.sendRcsTool' },
		],
		connections: {
			Start: to('Agent', 'main'),
			Model: to('Agent', 'ai_languageModel'),
			'Write to customer': to('Review', 'ai_tool'),
			Review: to('Agent', 'ai_tool'),
		},
	};
}

/** What the phones hold beyond what they held before. */
async function newOn(phone: typeof reviewer): Promise<() => Promise<PhoneEntry[]>> {
	const before = new Set((await phone.entries()).map(({ id }) => id));
	return async () => {
		const entries = await phone.entries();
		return entries.filter(({ id, type }) => type === 'message' && !before.has(id));
	};
}

const asksForReview = ({ content }: PhoneEntry): boolean =>
	JSON.stringify(content ?? '').includes('The agent wants to run this tool');

/** Lets the agent work until somebody is asked. */
async function agentAsks(agent: Agent = {}) {
	const [toReviewer, toldCustomer] = [await newOn(reviewer), await newOn(customer)];
	// What workflows of earlier tests still answer is none.
	const questions = async () => (await toReviewer()).filter(asksForReview);
	const id = await api.run(await api.upsertWorkflow(agentWorkflow(agent)), 'Start');
	const asked = await until(async () => (await questions()).find(arrived), 'the question');
	const { status, data } = await api.waitForExecution({ id });
	expect(data?.resultData.error).toBeUndefined();
	expect(status).toBe('waiting');
	return { asked, id, questions, toldCustomer };
}

const answerOf = ({ data }: Execution): unknown =>
	data?.resultData.runData['Agent']?.at(-1)?.data?.main?.[0]?.[0]?.json['output'];

/** What the review gave the agent. */
const reviewOf = ({ data }: Execution): unknown =>
	data?.resultData.runData['Review']?.at(-1)?.data?.ai_tool?.[0]?.[0]?.json;

const arrivals = (entries: PhoneEntry[]): PhoneEntry[] | undefined =>
	entries.length > 0 ? entries : undefined;

const runsOf = ({ data }: Execution, node: string): number =>
	data?.resultData.runData[node]?.length ?? 0;

const about = (words: string): unknown =>
	expect.objectContaining({ content: expect.objectContaining({ text: words }) });

const rejected = /^The tool told: .*User rejected the tool call/;

it.each([
	['chat completions', false],
	['responses', true],
])('a tap on Approve lets the tool work, with %s', async (_, responsesApiEnabled) => {
	const { asked, id, toldCustomer } = await agentAsks({ responsesApiEnabled });
	expect(asked.content).toMatchObject({ text: question });
	expect(await toldCustomer()).toEqual([]);
	await reviewer.tap(asked.id, chip(asked, 'Approve'));
	const done = await goesOn(api, id);
	expect(done.status).toBe('success');
	expect(answerOf(done)).toMatch(/^The tool told: .*"status":"accepted"/);
	expect(await until(async () => arrivals(await toldCustomer()))).toEqual([about(text)]);
});

it('a tap on Disapprove keeps the tool from working, and the agent is told so', async () => {
	const { asked, id, toldCustomer } = await agentAsks();
	await reviewer.tap(asked.id, chip(asked, 'Disapprove'));
	const done = await goesOn(api, id);
	expect(answerOf(done)).toMatch(rejected);
	expect(model.told()).toHaveLength(1);
	expect(await toldCustomer()).toEqual([]);
	expect(runsOf(done, 'Write to customer')).toBe(0);
});

it('of two calls at once n8n asks about the first, and the second does not work', async () => {
	model.calls = [callWith(text), callWith('And a discount, too')];
	const { asked, id, questions, toldCustomer } = await agentAsks();
	await reviewer.tap(asked.id, chip(asked, 'Approve'));
	const done = await goesOn(api, id);
	expect(done.status).toBe('success');
	expect(runsOf(done, 'Write to customer')).toBe(1);
	expect(await questions()).toHaveLength(1);
	expect(await until(async () => arrivals(await toldCustomer()))).toEqual([about(text)]);
});

it('who opts out has not approved', async () => {
	const { id, toldCustomer } = await agentAsks();
	await reviewer.write('STOP');
	const done = await goesOn(api, id);
	await reviewer.write('START');
	expect(reviewOf(done)).toMatchObject({ replied: false, reason: 'optedOut' });
	expect(answerOf(done)).toMatch(rejected);
	expect(await toldCustomer()).toEqual([]);
});

it('who does not answer in time has not approved', async () => {
	const limitWaitTime = {
		values: { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' },
	};
	const { id, toldCustomer } = await agentAsks({ asking: { options: { limitWaitTime } } });
	// n8n looks once a minute for what is due.
	const done = await goesOn(api, id, 120_000);
	expect(reviewOf(done)).toMatchObject({ replied: false, reason: 'timeLimit' });
	expect(answerOf(done)).toMatch(rejected);
	expect(await toldCustomer()).toEqual([]);
});

it('a question that is not sent lets no tool work, and the run of the review says why', async () => {
	const asking = { to: 'nobody' };
	const id = await api.run(await api.upsertWorkflow(agentWorkflow({ asking })), 'Start');
	const done = await api.waitForExecution({ id });
	expect(answerOf(done)).toMatch(rejected);
	expect(reviewOf(done)).toEqual({ error: expect.stringContaining('phone number') });
	expect(runsOf(done, 'Write to customer')).toBe(0);
});
