import { tap, text, useWaits } from './rcsTriggerWaitsWorld';

/** Words that are opt-outs or opt-ins by themselves, and answers to whoever was just asked for them. */

const waits = useWaits();

it.each(['Cancel', 'End', 'Quit', 'Red', 'Alto', 'Start', 'Unstop', 'Leave me alone'])(
	'"%s" is the answer where a chip says it, and nothing else',
	async (word) => {
		const { path } = await waits.asked({ words: ['confirm', word.toLowerCase()] });
		expect(await waits.receive([text(`${word}!`)])).toEqual({ status: 200, items: [] });
		expect(waits.handed).toMatchObject([
			{ path, json: { by: 'text', event: { type: 'message.replied', text: `${word}!` } } },
		]);
	},
);

it.each(['STOP', 'Unsubscribe', 'S T O P'])(
	'"%s" is an opt-out, whatever the chips say',
	async (word) => {
		await waits.asked({ words: [word.toLowerCase()] });
		expect((await waits.receive([text(word)])).items).toMatchObject([{ type: 'user.optedOut' }]);
		expect(waits.handed).toMatchObject([{ json: { by: 'optOut' } }]);
	},
);

it.each<[string, object]>([
	['whose chips do not say it', { words: ['yes'] }],
	['that takes any text', {}],
])('"Cancel" opts out of everything after a question %s', async (_, asked) => {
	await waits.asked(asked);
	expect((await waits.receive([text('Cancel')])).items).toMatchObject([{ type: 'user.optedOut' }]);
	expect(waits.handed).toMatchObject([{ json: { by: 'optOut' } }]);
});

it('"Cancel" after the question is over is an opt-out, and no late answer', async () => {
	const { reference } = await waits.asked({ words: ['cancel', 'yes'] });
	await waits.receive([tap(reference)]);
	expect((await waits.receive([text('Cancel')])).items).toMatchObject([{ type: 'user.optedOut' }]);
	expect(waits.texts()).toEqual([]);
});
