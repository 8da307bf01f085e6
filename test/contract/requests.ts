import { hints } from '../../core/message/limits';
import { dryRun } from '../../core/dryRun';
import { optionsInUse } from '../../core/message/options';
import type { RcsMessage } from '../../core/message/types';
import type { Profile, Provider } from '../../core/provider';
import { prepare } from '../../core/send';
import { carries, NOW, type Sample, samples } from '../fixtures/messages';
import type { ProviderFixtures } from '../fixtures/types';
import { deliver, response } from './deliver';

/** What only helps is left out where a provider has no place for it. */
function isHint({ needs: { option } }: Sample): boolean {
	return option !== undefined && hints.includes(option);
}

/** Where the hints stand that a message has and its provider has no place for. */
function withoutPlace(message: RcsMessage, { options }: Profile): string[] {
	return optionsInUse(message)
		.filter(({ option }) => hints.includes(option) && !options.includes(option))
		.map(({ path }) => path);
}

/** Every sample the profile says is carried is encoded as its golden request; every other is refused. */
export function requestsContract(provider: Provider, fixtures: ProviderFixtures): void {
	const carried = Object.entries(samples).filter(([, { needs }]) =>
		carries(provider.profile, needs),
	);
	const others = Object.entries(samples).filter(
		([, { needs }]) => !carries(provider.profile, needs),
	);
	const hinted = others.filter(([, sample]) => isHint(sample));
	const refused = others.filter(([, sample]) => !isHint(sample));

	test.each(carried)('%s', async (name, { message }) => {
		const prepared = prepare(provider, message, NOW);
		if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
		const requests = await dryRun(provider, fixtures.settings, [prepared.message], NOW);
		expect(requests).toEqual([fixtures.requests[name]]);
		expect(prepared.changes.map(({ path }) => path)).toEqual(
			withoutPlace(message, provider.profile),
		);
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

	if (hinted.length > 0)
		test.each(hinted)('%s: left out, and said so', async (_name, { message }) => {
			const prepared = prepare(provider, message, NOW);
			if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
			expect(prepared.changes).toMatchObject([{ action: 'dropped' }]);
			expect(prepared.changes[0]?.message).toContain(provider.profile.displayName);
		});

	test('a request is the same whatever the message is encoded with', async () => {
		const { message } = samples['content: text'] ?? {};
		if (!message) throw new Error('no sample');
		const before = structuredClone(message);
		await dryRun(provider, fixtures.settings, [message], NOW);
		expect(message).toEqual(before);
	});
}
