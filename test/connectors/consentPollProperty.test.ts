import fc from 'fast-check';
import { player, settle, steps } from './consentPlay';
import { consentWorld } from './consentWorld';

const phones = ['+447700900001', '+447700900002', '+447700900003'];

test.each([1, 1000])(
	'what an admin sets is told once, and what we write never, where times are kept to %i ms',
	async (stepMs) => {
		await fc.assert(
			fc.asyncProperty(steps, async (some) => {
				const { play, expectAllTold } = player(consentWorld(phones, { stepMs }));
				for (const one of [...some, ...settle]) await play(one);
				await expectAllTold();
			}),
			{ numRuns: 1500 },
		);
	},
);

test('where the search lags, nothing is told twice, and nothing that was', async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (some) => {
			const { play } = player(consentWorld(phones, { lagMs: 2000 }));
			for (const one of [...some, ...settle]) await play(one);
		}),
		{ numRuns: 1500 },
	);
});
