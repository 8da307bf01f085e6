import { credentialOf } from '../../../scripts/world/credentials';
import { Phone } from '../../../scripts/world/phone';
import { connectors, type QueueMode } from '../support/queueMode';
import {
	optOutEnds,
	secondTapChangesNothing,
	type Stage,
	tapGoesOn,
	textGoesOn,
	undeliveredEnds,
} from '../support/waitScenarios';
import {
	ask,
	askingWorkflow,
	chip,
	goesOn,
	hearingWorkflow,
	waysOut,
} from '../support/waitWorkflow';
import { post, signed, tapped, urlOf } from '../support/webhooks';

/** Nobody sets it up. */
const WITHOUT_RCS = '+447700900499';

/** Send and Wait: who asks, who hears the answer and who goes on are processes of their own. */
export function describeWaits(n8n: () => QueueMode): void {
	let phone: Phone;
	let stage: Stage;

	beforeAll(async () => {
		const { api, sandboxUrl } = n8n();
		phone = new Phone(sandboxUrl, '+447700900001');
		const hearing = hearingWorkflow({ handOn: true });
		for (const node of hearing.nodes) node.credentials = { ...node.credentials, ...connectors };
		await api.upsertWorkflow(hearing, { activate: true });
		const parameters = { consentCheck: 'service', purpose: 'transactional' };
		const credentials = { ...credentialOf('infobip'), ...connectors };
		stage = { api, phone, asking: { parameters, credentials } };
	});

	const question = (name: string, parameters: Record<string, unknown> = {}) =>
		askingWorkflow({ name: `e2e asks ${name}`, to: phone.number, parameters });
	const asks = (name: string, parameters?: Record<string, unknown>) =>
		ask(stage, question(name, parameters), name);
	const replied = (value: string, by: string): unknown =>
		expect.objectContaining({ replied: true, reply: expect.objectContaining({ value, by }) });
	const runsOnWorker = (id: string) =>
		n8n().worker.log.split(`Worker started execution ${id} `).length - 1;

	it('is answered by a tap', () => tapGoesOn(stage));

	it('is answered in writing, which the connector service knows the question of', () =>
		textGoesOn(stage));

	it('is over when the person opts out', () => optOutEnds(stage));

	it('is over when it cannot be delivered, which the connector service knows the question of', () =>
		undeliveredEnds({ ...stage, phone: new Phone(n8n().sandboxUrl, WITHOUT_RCS) }));

	it('is answered by one of two taps, and the person is told once', () =>
		secondTapChangesNothing(stage));

	it('goes on once when two taps come to two processes at once', async () => {
		const provider = 'conversation';
		const hears = hearingWorkflow({ provider });
		const named = { ...hears, name: 'e2e hears of taps at once' };
		const [trigger = {}] = named.nodes;
		await n8n().api.upsertWorkflow(named, { activate: true });
		const { asked, waiting } = await asks('at once', { provider });
		const taps = (['Yes', 'Another day'] as const).map((label) =>
			tapped().replace('"e2e"', JSON.stringify(chip(asked, label))),
		);
		const processes = [n8n().main, n8n().webhooks];
		const statuses = await Promise.all(
			taps.map((body, i) => post(urlOf(trigger, 'webhook', processes[i]?.url), body, signed(body))),
		);
		expect(statuses).toEqual([200, 200]);
		const done = await goesOn(n8n().api, waiting.id);
		expect(Object.keys(waysOut(done))).toEqual(['Replied']);
		expect(waysOut(done)['Replied']).toHaveLength(1);
		expect(runsOnWorker(waiting.id)).toBe(2);
	});

	it('outlasts all processes of n8n, and so does its time limit', async () => {
		const values = { limitType: 'afterTimeInterval', resumeAmount: 0.1, resumeUnit: 'minutes' };
		const short = await asks('for seconds', { options: { limitWaitTime: { values } } });
		const open = await asks('for ever');
		const { main, worker, webhooks, api } = n8n();
		await Promise.all([main, worker, webhooks].map((each) => each.restart()));
		await phone.tap(open.asked.id, chip(open.asked, 'Yes'));
		expect(waysOut(await goesOn(api, open.waiting.id))).toEqual({
			Replied: [replied('slot-1', 'chip')],
		});
		expect(waysOut(await goesOn(api, short.waiting.id))).toEqual({
			'Not Replied': [expect.objectContaining({ order: 'for seconds' })],
		});
	});
}
