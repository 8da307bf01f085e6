import { Phone } from '../../../scripts/world/phone';
import type { QueueMode } from '../support/queueMode';
import {
	ask,
	askingWorkflow,
	chip,
	goesOn,
	hearingWorkflow,
	waysOut,
} from '../support/waitWorkflow';
import { post, signed, tapped, urlOf } from '../support/webhooks';

/** Send and Wait: who asks, who hears the answer and who goes on are processes of their own. */
export function describeWaits(n8n: () => QueueMode): void {
	let phone: Phone;
	const hearing = hearingWorkflow();

	beforeAll(async () => {
		phone = new Phone(n8n().sandboxUrl, '+447700900001');
		await n8n().api.upsertWorkflow(hearing, { activate: true });
	});

	const question = (name: string, parameters: Record<string, unknown> = {}) =>
		askingWorkflow({ name: `e2e asks ${name}`, to: phone.number, parameters });
	const asks = (name: string, parameters?: Record<string, unknown>) =>
		ask({ api: n8n().api, phone }, question(name, parameters), name);
	const replied = (value: string, by: string): unknown =>
		expect.objectContaining({ replied: true, reply: expect.objectContaining({ value, by }) });
	const runsOnWorker = (id: string) =>
		n8n().worker.log.split(`Worker started execution ${id} `).length - 1;

	it('is answered by a tap, and the very execution goes on', async () => {
		const { asked, waiting } = await asks('once');
		await phone.tap(asked.id, chip(asked, 'Another day'));
		const done = await goesOn(n8n().api, waiting.id);
		expect(waysOut(done)).toEqual({ Replied: [replied('other', 'chip')] });
		expect(runsOnWorker(waiting.id)).toBe(2);
	});

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
	}, 120_000);
}
