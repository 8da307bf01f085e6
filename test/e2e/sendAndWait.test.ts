import { newPhone } from './support/importedWorkflow';
import { oldChipAnswersNothing } from './support/waitLoop';
import {
	optOutEnds,
	secondTapChangesNothing,
	type Stage,
	tapGoesOn,
	textGoesOn,
	timeLimitEnds,
	undeliveredEnds,
} from './support/waitScenarios';
import { hearingWorkflow } from './support/waitWorkflow';
import { api, n8nUrl, phones } from './support/world';

/** Send and Wait for Response in a real n8n: what people tap and write makes the very execution go on. */

let stage: Stage;
let hearing: string;
let timeIsUp: () => Promise<void>;

beforeAll(async () => {
	hearing = await api.upsertWorkflow(hearingWorkflow(), { activate: true });
	stage = { api, phone: await newPhone(95, 6) };
	timeIsUp = await timeLimitEnds({ ...stage, phone: await newPhone(96, 6) });
});
afterAll(() => api.deactivate(hearing));

it('a tap on a chip goes on with the items of the execution', () => tapGoesOn(stage));

it('of two taps at the same moment one counts, and the person is told once', () =>
	secondTapChangesNothing(stage));

it('a chip of an earlier question of the same execution answers nothing', () =>
	oldChipAnswersNothing(stage));

it('a written answer goes on, by the words of a chip or freely', () => textGoesOn(stage));

it('an opt-out is no answer, and ends the wait', () => optOutEnds(stage));

it('a question that cannot be delivered leaves by Not Replied', () =>
	undeliveredEnds({ ...stage, phone: phones.smsOnly }));

it('without an answer in time, the item leaves by Not Replied', () => timeIsUp());

it('n8n makes the tool for human review of AI agents', async () => {
	const answer = await fetch(`${n8nUrl}/types/nodes.json`, {
		headers: { cookie: await api.login() },
	});
	const types = (await answer.json()) as { name: string; properties: { name: string }[] }[];
	const tool = types.find(({ name }) => name === 'n8n-nodes-rcs.sendRcsHitlTool');
	const names = tool?.properties.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['to', 'message', 'approvalOptions']));
});
