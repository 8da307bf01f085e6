import fc from 'fast-check';
import type { Provider } from '../../core/provider';
import { NOW } from '../fixtures/messages';
import type { ProviderFixtures, Scheme } from '../fixtures/types';
import { arrived } from './arrived';

/** How many forged webhooks are tried for each way of forging and each way of proving. */
const FORGERIES = 1000;

/**
 * A webhook that somebody recorded and changed is refused, or tells what the genuine one told:
 * whoever listens in can neither make up an event nor change one.
 */
export function forgeryContract(provider: Provider, fixtures: ProviderFixtures): void {
	describe.each(fixtures.schemes)('$name', (scheme) => {
		const bodies = Object.values(fixtures.webhooks).map(({ body }) =>
			Buffer.from(JSON.stringify(fixtures.envelope?.(body) ?? body)),
		);
		const anyBody = fc.constantFrom(...bodies);
		const isGenuine = checkOf(provider, scheme);
		const signed = (body: Buffer, secret = SECRET) => scheme.headers(body, secret);

		test('every webhook of the documents, with its own proof, is genuine', () => {
			for (const body of bodies) expect(isGenuine(body, signed(body))).toBe(true);
		});

		if (scheme.coversBody)
			test('a body that was changed after it was signed', () => {
				fc.assert(
					fc.property(anyBody, anyChange, (body, change) => {
						const changed = change(body);
						if (isGenuine(changed, signed(body)))
							expect(told(provider, changed)).toEqual(told(provider, body));
					}),
					{ numRuns: FORGERIES },
				);
			});

		if (scheme.coversBody)
			test('the proof of one webhook with the body of another', () => {
				fc.assert(
					fc.property(anyBody, anyBody, (body, other) => {
						if (isGenuine(other, signed(body)))
							expect(told(provider, other)).toEqual(told(provider, body));
					}),
					{ numRuns: FORGERIES },
				);
			});

		test('a proof that was changed', () => {
			fc.assert(
				fc.property(anyBody, anyChange, (body, change) => {
					for (const [name, value] of Object.entries(signed(body))) {
						const forged = change(Buffer.from(value)).toString('latin1');
						const headers = { ...signed(body), [name]: forged };
						// Hexadecimal digits may be written in upper case.
						if (isGenuine(body, headers))
							expect(forged.trim().toLowerCase()).toBe(value.toLowerCase());
					}
				}),
				{ numRuns: FORGERIES },
			);
		});

		test('a proof made with another secret', () => {
			const others = fc.string({ minLength: 1 }).filter((secret) => secret !== SECRET);
			fc.assert(
				fc.property(anyBody, others, (body, other) => {
					expect(isGenuine(body, signed(body, other), scheme.url?.(other))).toBe(false);
				}),
				{ numRuns: FORGERIES },
			);
		});
	});
}

const SECRET = 'first-secret';

function checkOf(provider: Provider, scheme: Scheme) {
	const settings = scheme.settings([SECRET]);
	return (body: Buffer, headers: Record<string, string>, url = scheme.url?.(SECRET)) =>
		provider.webhook.verify(arrived(body, headers, url), settings, NOW).verified === 'ok';
}

/** What a webhook tells; the time at which an envelope was posted is not part of what was signed. */
function told(provider: Provider, body: Buffer) {
	return provider.webhook
		.parse(arrived(body))
		.map(({ raw: _raw, occurredAt: _occurredAt, ...event }) => event);
}

/** One bit turned, a byte more, a byte less, or the end cut off. */
const anyChange = fc
	.record({
		kind: fc.constantFrom('turn', 'insert', 'remove', 'cut'),
		at: fc.nat(),
		bit: fc.integer({ min: 0, max: 7 }),
		byte: fc.integer({ min: 1, max: 255 }),
	})
	.map(({ kind, at, bit, byte }) => (original: Buffer): Buffer => {
		const place = original.length === 0 ? 0 : at % original.length;
		const [before, after] = [original.subarray(0, place), original.subarray(place)];
		switch (kind) {
			case 'insert':
				return Buffer.concat([before, Buffer.of(byte), after]);
			case 'remove':
				return Buffer.concat([before, after.subarray(1)]);
			case 'cut':
				return Buffer.from(before);
			default:
				return Buffer.concat([before, Buffer.of((after[0] ?? 0) ^ (1 << bit)), after.subarray(1)]);
		}
	});
