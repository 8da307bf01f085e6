import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { downgrade, withoutHints } from '../../core/message/downgrade';
import { validate } from '../../core/message/validate';
import type { Provider } from '../../core/provider';
import { providerIds, providers } from '../../core/providers';
import { prepare } from '../../core/send';
import { anyMessage } from '../fixtures/arbitrary';
import { NOW } from '../fixtures/messages';

describe.each(providerIds)('%s', (id) => {
	const provider: Provider = providers[id];
	const { profile } = provider;

	test('a message that is wrong only by size, kind or option can be downgraded', () => {
		fc.assert(
			fc.property(anyMessage(2), (message) => {
				const prepared = prepare(provider, message, NOW, 'downgrade');
				expect(prepared).toMatchObject({ ok: true });
				if (prepared.ok) expect(validate(prepared.message, profile, NOW)).toEqual([]);
			}),
			{ numRuns: 400 },
		);
	});

	test('nothing is changed without saying so, and nothing that fits is changed', () => {
		fc.assert(
			fc.property(fc.oneof(anyMessage(0), anyMessage(2)), (message) => {
				const fits = prepare(provider, message, NOW).ok;
				const { message: fitted, changes } = downgrade(message, profile, NOW);
				// What is refused all the same has an option that is never left out.
				if (!prepare(provider, message, NOW, 'downgrade').ok) return expect(fits).toBe(false);
				const bare = withoutHints(message, profile);
				expect(isDeepStrictEqual(changes, bare.changes)).toBe(fits);
				if (fits) expect(fitted).toEqual(bare.message);
				for (const { path, message: words } of changes) {
					expect(path).not.toBe('');
					expect(words).not.toBe('');
				}
			}),
			{ numRuns: 400 },
		);
	});

	test('what was downgraded fits, so that it is not changed again', () => {
		fc.assert(
			fc.property(anyMessage(2), (message) => {
				const once = downgrade(message, profile, NOW);
				const again = downgrade(once.message, profile, NOW);
				expect(again).toEqual({ message: once.message, changes: [] });
			}),
			{ numRuns: 200 },
		);
	});
});
