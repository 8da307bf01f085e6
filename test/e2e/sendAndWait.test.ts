import {
	ask,
	askingWorkflow,
	chip,
	goesOn,
	hearingWorkflow,
	waysOut,
} from './support/waitScenarios';
import { api, phones } from './support/world';

const { android: phone } = phones;
const asking = { name: 'e2e asks', to: phone.number };
let hearing: string;

beforeAll(async () => {
	hearing = await api.upsertWorkflow(hearingWorkflow(), { activate: true });
});
afterAll(() => api.deactivate(hearing));

it('a tap on a chip makes the very execution go on', async () => {
	const { asked, waiting } = await ask({ api, phone }, askingWorkflow(asking), 'A-1');
	expect(waiting.status).toBe('waiting');
	await phone.tap(asked.id, chip(asked, 'Another day'));
	const done = await goesOn(api, waiting.id);
	expect(done.status).toBe('success');
	expect(waysOut(done)).toEqual({
		Replied: [
			expect.objectContaining({
				order: 'A-1',
				replied: true,
				reply: expect.objectContaining({ text: 'Another day', value: 'other', by: 'chip' }),
			}),
		],
	});
	expect(await api.executions(hearing)).toEqual([]);
});
