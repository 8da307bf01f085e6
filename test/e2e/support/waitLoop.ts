import { until } from '../../../scripts/n8n/until';
import { isToldLate, type Stage, usual } from './waitScenarios';
import { ask, askingWorkflow, chip, goesOn, isQuestion, plainNode } from './waitWorkflow';

/** The same node asks twice in a loop: a chip of the first question does not answer the second. */
export async function oldChipAnswersNothing(stage: Stage): Promise<void> {
	const { api, phone } = stage;
	const usualOne = askingWorkflow(usual(stage, 'in a loop'));
	const [start, asking] = usualOne.nodes;
	if (!start || !asking) throw new Error('The workflow lacks nodes');
	const items = plainNode('Items', 'n8n-nodes-base.code', 2, {
		jsCode: 'return [{ json: { n: 1 } }, { json: { n: 2 } }]',
	});
	const loop = plainNode('Loop', 'n8n-nodes-base.splitInBatches', 3, {});
	const to = (node: string) => [{ node, type: 'main', index: 0 }];
	const workflow = {
		...usualOne,
		nodes: [start, items, loop, asking],
		connections: {
			Start: { main: [to('Items')] },
			Items: { main: [to('Loop')] },
			Loop: { main: [[], to(asking.name)] },
			[asking.name]: { main: [to('Loop'), [], []] },
		},
	};
	const { asked: first, waiting } = await ask(stage, workflow, 'loop');
	const before = new Set((await phone.entries()).map(({ id }) => id));
	await phone.tap(first.id, chip(first, 'Yes'));
	const second = await phone.receives('The second question', ({ id, content, state }) => {
		const isHere = state === 'delivered' || state === 'read';
		return isHere && !before.has(id) && isQuestion(content);
	});
	await phone.tap(first.id, chip(first, 'Another day'));
	await isToldLate(phone, second);
	// The question comes to the phone before n8n has noted that it waits.
	await until(90_000, 'the execution to wait still', async () => {
		const { status } = await api.execution(waiting.id);
		expect(status).toMatch(/^(running|waiting)$/);
		return status === 'waiting' || undefined;
	});
	await phone.tap(second.id, chip(second, 'Yes'));
	const done = await goesOn(api, waiting.id);
	const runs = done.data?.resultData.runData[asking.name] ?? [];
	const replies = runs.map(({ data }) => data?.main[0]?.[0]?.json['reply']);
	expect(replies).toEqual([
		expect.objectContaining({ value: 'slot-1' }),
		expect.objectContaining({ value: 'slot-1' }),
	]);
}
