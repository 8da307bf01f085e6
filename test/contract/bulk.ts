import fc from 'fast-check';
import type { ReadyMessage } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { batches } from '../../core/send';
import { aMessage, anId } from '../fixtures/messages';
import type { ProviderFixtures } from '../fixtures/types';
import { deliver } from './deliver';

/** Many messages become as few requests as the provider takes, and none is lost, doubled or moved. */
export function bulkContract(provider: Provider, fixtures: ProviderFixtures): void {
	const most = provider.profile.bulk.messages;
	const canSchedule = provider.profile.options.includes('schedule');

	function many(count: number): ReadyMessage[] {
		return Array.from({ length: count }, (_, i) => aMessage({ id: anId(i) }));
	}

	test.each([0, 1, most, most + 1, 2 * most + 1])('%i messages', async (count) => {
		const messages = many(count);
		const { requests, results } = await deliver(provider, fixtures, messages, (_, batch) =>
			fixtures.answers.accepted(batch),
		);
		expect(requests).toHaveLength(Math.ceil(count / most));
		expect(requests.flatMap(fixtures.messageIds)).toEqual(messages.map(({ id }) => id));
		expect(results.map(({ id }) => id)).toEqual(messages.map(({ id }) => id));
	});

	test('messages that may not share a request do not, and the others keep their order', () => {
		const hours = fc.array(fc.nat({ max: 3 }), { maxLength: 40 });
		fc.assert(
			fc.property(hours, fc.integer({ min: 1, max: 7 }), (list, size) => {
				const messages = many(list.length).map((message, i) =>
					canSchedule ? { ...message, schedule: { at: `2030-01-02T0${list[i]}:00:00Z` } } : message,
				);
				const groups = batches(provider, messages, size);
				const keys = groups.map((group) => new Set(group.map(key)));
				expect(keys.every((found) => found.size === 1)).toBe(true);
				expect(groups.every(({ length }) => length <= Math.min(size, most))).toBe(true);
				for (const wanted of new Set(messages.map(key)))
					expect(groups.flat().filter((message) => key(message) === wanted)).toEqual(
						messages.filter((message) => key(message) === wanted),
					);
				expect(groups.flat()).toHaveLength(messages.length);
			}),
		);
	});

	function key(message: ReadyMessage): string {
		return provider.batchKey?.(message) ?? '';
	}

	if (canSchedule && most > 1)
		test('two times are two keys', () => {
			const [a, b] = ['2030-01-02T08:00:00Z', '2030-01-02T09:00:00Z'].map((at) =>
				key(aMessage({ schedule: { at } })),
			);
			expect(a).not.toBe(b);
		});
}
