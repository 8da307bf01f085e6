import { randomUUID } from 'node:crypto';
import type { N8nApi } from '../../../scripts/n8n/api';
import { until } from '../../../scripts/n8n/until';
import type { Phone, PhoneEntry } from '../../../scripts/world/phone';
import { ask, type Asking, askingWorkflow, chip, goesOn, start, waysOut } from './waitWorkflow';

/** Where scenarios play: one n8n, and a phone that hears of it. */
export interface Stage {
	api: N8nApi;
	phone: Phone;
	/** What differs from the usual question, e.g. where it is remembered. */
	asking?: Partial<Asking>;
}

export const usual = ({ phone, asking = {} }: Stage, name: string): Asking => ({
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

export async function isToldLate(phone: Phone, asked: PhoneEntry): Promise<void> {
	await until(90_000, 'the answer to a late tap', async () => {
		const texts = await after(phone, asked);
		return texts.some((text) => text.includes(late)) || undefined;
	});
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
	await isToldLate(phone, asked);
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
	const text = 'After lunch, and too many texts, please';
	await phone.write(text);
	expect(waysOut(await goesOn(api, open.waiting.id))['Replied']).toEqual([
		expect.objectContaining({
			reply: expect.objectContaining({
				...{ text, choice: null, by: 'text' },
				optOut: expect.objectContaining({ verdict: 'doubtful' }),
			}),
		}),
	]);
}

/**
 * Nobody answers in time: Not Replied, by n8n's own timer; a tap that comes then is answered. n8n looks once a minute
 * for what is due: this asks, and what it gives waits for the rest.
 */
export async function timeLimitEnds(stage: Stage): Promise<() => Promise<void>> {
	const { api, phone } = stage;
	const limitWaitTime = {
		values: { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' },
	};
	const parameters = { ...stage.asking?.parameters, options: { limitWaitTime } };
	const workflow = askingWorkflow({ ...usual(stage, 'for a while'), parameters });
	const { asked, waiting } = await ask(stage, workflow, 'nobody');
	return async () => {
		const done = await goesOn(api, waiting.id);
		expect(done.status).toBe('success');
		expect(waysOut(done)).toEqual({
			'Not Replied': [
				expect.objectContaining({ order: 'nobody', replied: false, reason: 'timeLimit' }),
			],
		});
		await phone.tap(asked.id, chip(asked, 'Yes'));
		await isToldLate(phone, asked);
		expect(waysOut(await api.execution(waiting.id))).toEqual(waysOut(done));
	};
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

/** A question that the provider took and cannot deliver: nobody will answer it, and nobody waits for that. */
export async function undeliveredEnds(stage: Stage): Promise<void> {
	const { api } = stage;
	const asking = await start(stage, askingWorkflow(usual(stage, 'who has no RCS')), 'no RCS');
	const { id } = await api.waitForExecution(asking);
	expect(waysOut(await goesOn(api, id))).toEqual({
		'Not Replied': [
			expect.objectContaining({
				...{ order: 'no RCS', status: 'accepted', replied: false, reason: 'notDelivered' },
				failure: expect.objectContaining({ category: 'notReachable' }),
			}),
		],
	});
}

/** Waits until everything that was said on the phone before has been handled: what is said now comes after it. */
async function settled({ api, phone }: Stage): Promise<void> {
	const mark = `mark ${randomUUID()}`;
	await phone.write(mark);
	await until(90_000, 'the last words to be heard', async () => {
		const heard = JSON.stringify(await api.executions(undefined, 20));
		return heard.includes(mark) || undefined;
	});
}
