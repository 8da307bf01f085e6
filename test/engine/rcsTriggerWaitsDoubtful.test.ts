import { text, useWaits } from './rcsTriggerWaitsWorld';

const waits = useWaits();

it('a text that may be an opt-out is an answer, and starts the workflow, for somebody to read it', async () => {
	await waits.asked();
	const optOut = { verdict: 'doubtful' };
	expect((await waits.receive([text('leave me alone')])).items).toMatchObject([
		{ text: 'leave me alone', optOut, question: 'answered' },
	]);
	expect(waits.handed).toMatchObject([{ json: { by: 'text', event: { optOut } } }]);
});
