import { dryRun } from '../../core/dryRun';
import type { Provider } from '../../core/provider';
import { prepare } from '../../core/send';
import { carries, NOW, samples } from '../fixtures/messages';
import type { ProviderFixtures } from '../fixtures/types';
import { deliver, response } from './deliver';

/** Every sample the profile says is carried is encoded as its golden request; every other is refused. */
export function requestsContract(provider: Provider, fixtures: ProviderFixtures): void {
	const carried = Object.entries(samples).filter(([, { needs }]) =>
		carries(provider.profile, needs),
	);
	const refused = Object.entries(samples).filter(
		([, { needs }]) => !carries(provider.profile, needs),
	);

	test.each(carried)('%s', async (name, { message }) => {
		const prepared = prepare(provider, message, NOW);
		if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
		const requests = await dryRun(provider, fixtures.settings, [prepared.message], NOW);
		expect(requests).toEqual([fixtures.requests[name]]);
		expect(prepared.changes).toEqual([]);
	});

	test('there is no golden request that nothing makes', () => {
		expect(Object.keys(fixtures.requests).sort()).toEqual(carried.map(([name]) => name).sort());
	});

	if (refused.length > 0)
		test.each(refused)('%s: refused before a request is made', async (_name, { message }) => {
			const prepared = prepare(provider, message, NOW);
			const problems = prepared.ok ? [] : prepared.problems;
			expect(problems).not.toEqual([]);
			for (const problem of problems)
				expect(problem.message).toContain(provider.profile.displayName);
			const { requests } = await deliver(provider, fixtures, [message], () => response(200));
			expect(requests).toEqual([]);
		});

	test('a request is the same whatever the message is encoded with', async () => {
		const { message } = samples['content: text'] ?? {};
		if (!message) throw new Error('no sample');
		const before = structuredClone(message);
		await dryRun(provider, fixtures.settings, [message], NOW);
		expect(message).toEqual(before);
	});
}
