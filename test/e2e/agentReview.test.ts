import type { Execution } from '../../scripts/n8n/types';
import type { Phone, PhoneEntry } from '../../scripts/world/phone';
import { until } from '../until';
import { type Agent, agentWorkflow, callWith, type Cast, newCast } from './support/agentWorkflow';
import { chip, goesOn, hearingWorkflow } from './support/waitWorkflow';
import { api, arrived } from './support/world';

/** An AI agent wants to write to a customer, and somebody has to allow it, on their own phone and in the chat. */

const text = 'Your refund is on its way';
/** In n8n's own words, which the form of the review has at first. */
const question = `The agent wants to run this tool: Write_to_customer\n\nInput:\ntext: ${text}`;
let hearing: string;
let usual: Cast;
let waiting: Cast;
let unanswered: Asked;

beforeAll(async () => {
	hearing = await api.upsertWorkflow(hearingWorkflow(), { activate: true });
	usual = await newCast('e2e agent asks', 91, 92);
	waiting = await newCast('e2e agent waits in vain', 93, 94);
	waiting.model.calls = [callWith(text)];
	// n8n looks once a minute for what is due: meanwhile the others are asked.
	const limitWaitTime = {
		values: { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' },
	};
	unanswered = await agentAsks({ asking: { options: { limitWaitTime } } }, waiting);
});
afterAll(async () => {
	await api.deactivate(hearing);
	await Promise.all([usual, waiting].map(({ model }) => model.stop()));
});
beforeEach(() => {
	usual.model.calls = [callWith(text)];
});

/** What the phones hold beyond what they held before. */
async function newOn(phone: Phone): Promise<() => Promise<PhoneEntry[]>> {
	const before = new Set((await phone.entries()).map(({ id }) => id));
	return async () => {
		const entries = await phone.entries();
		return entries.filter(({ id, type }) => type === 'message' && !before.has(id));
	};
}

const asksForReview = ({ content }: PhoneEntry): boolean =>
	JSON.stringify(content ?? '').includes('The agent wants to run this tool');

interface Asked {
	asked: PhoneEntry;
	id: string;
	questions(): Promise<PhoneEntry[]>;
	toldCustomer(): Promise<PhoneEntry[]>;
}

/** Lets the agent work until somebody is asked. */
async function agentAsks(agent: Agent = {}, cast = usual): Promise<Asked> {
	const { reviewer, customer } = cast;
	const [toReviewer, toldCustomer] = [await newOn(reviewer), await newOn(customer)];
	// What workflows of earlier tests still answer is none.
	const questions = async () => (await toReviewer()).filter(asksForReview);
	const id = await api.run(await api.upsertWorkflow(agentWorkflow(agent, cast)), 'Start');
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
	await usual.reviewer.tap(asked.id, chip(asked, 'Approve'));
	const done = await goesOn(api, id);
	expect(done.status).toBe('success');
	expect(answerOf(done)).toMatch(/^The tool told: .*"status":"accepted"/);
	expect(await until(async () => arrivals(await toldCustomer()))).toEqual([about(text)]);
});

it('a tap on Disapprove keeps the tool from working, and the agent is told so', async () => {
	const { asked, id, toldCustomer } = await agentAsks();
	await usual.reviewer.tap(asked.id, chip(asked, 'Disapprove'));
	const done = await goesOn(api, id);
	expect(answerOf(done)).toMatch(rejected);
	expect(usual.model.told()).toHaveLength(1);
	expect(await toldCustomer()).toEqual([]);
	expect(runsOf(done, 'Write to customer')).toBe(0);
});

it('of two calls at once n8n asks about the first, and the second does not work', async () => {
	usual.model.calls = [callWith(text), callWith('And a discount, too')];
	const { asked, id, questions, toldCustomer } = await agentAsks();
	await usual.reviewer.tap(asked.id, chip(asked, 'Approve'));
	const done = await goesOn(api, id);
	expect(done.status).toBe('success');
	expect(runsOf(done, 'Write to customer')).toBe(1);
	expect(await questions()).toHaveLength(1);
	expect(await until(async () => arrivals(await toldCustomer()))).toEqual([about(text)]);
});

it('who opts out has not approved', async () => {
	const { id, toldCustomer } = await agentAsks();
	await usual.reviewer.write('STOP');
	const done = await goesOn(api, id);
	await usual.reviewer.write('START');
	expect(reviewOf(done)).toMatchObject({ replied: false, reason: 'optedOut' });
	expect(answerOf(done)).toMatch(rejected);
	expect(await toldCustomer()).toEqual([]);
});

it('who does not answer in time has not approved', async () => {
	const { id, toldCustomer } = unanswered;
	const done = await goesOn(api, id);
	expect(reviewOf(done)).toMatchObject({ replied: false, reason: 'timeLimit' });
	expect(answerOf(done)).toMatch(rejected);
	expect(await toldCustomer()).toEqual([]);
});

it('a question that is not sent lets no tool work, and the run of the review says why', async () => {
	const asking = { to: 'nobody' };
	const id = await api.run(await api.upsertWorkflow(agentWorkflow({ asking }, usual)), 'Start');
	const done = await api.waitForExecution({ id });
	expect(answerOf(done)).toMatch(rejected);
	expect(reviewOf(done)).toEqual({ error: expect.stringContaining('phone number') });
	expect(runsOf(done, 'Write to customer')).toBe(0);
});
