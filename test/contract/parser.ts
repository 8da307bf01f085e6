import fc from 'fast-check';
import { eventTypes } from '../../core/event/types';
import type { Provider } from '../../core/provider';
import type { ProviderId } from '../../core/providers';
import type { ProviderFixtures } from '../fixtures/types';
import { arrived } from './arrived';

/** Values that trip up code that trusts its input. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom(null, true, '', 0, -1, 1e308, [], {}, 'constructor', '__proto__', 'toString'),
	fc.constantFrom('2030-02-30T00:00:00Z', '275760-09-14', '+999999-01-01', 'NaN', '\ud800'),
	fc.jsonValue(),
);

/** The parser understands or says that it does not; nothing that arrives makes it fail. */
export function parserContract(
	id: ProviderId,
	provider: Provider,
	fixtures: ProviderFixtures,
): void {
	const wrapped = (body: unknown) => JSON.stringify(fixtures.envelope?.(body) ?? body) ?? '';

	function parseSafely(body: string | Buffer) {
		const delivery = arrived(body);
		const events = provider.webhook.parse(delivery);
		for (const event of events) {
			expect(event.provider).toBe(id);
			expect(eventTypes).toContain(event.type);
			expect(event.eventId).toMatch(/^[0-9a-f]{32}$/);
			expect(new Date(event.occurredAt).toISOString()).toBe(event.occurredAt);
			expect(JSON.stringify(event)).toContain('"raw"');
		}
		expect(provider.webhook.parse(delivery).map(({ eventId }) => eventId)).toEqual(
			events.map(({ eventId }) => eventId),
		);
		return events;
	}

	test.each(['', 'null', '[]', '{', '{}', '"text"', '5', 'true', '\u0000', '<xml/>'])(
		'%p is one unknown event',
		(body) => {
			expect(parseSafely(body)).toMatchObject([{ type: 'unknown' }]);
		},
	);

	test('bodies that are no JSON are events of their own, with the start of their text', () => {
		const bodies = ['{', '<xml/>', 'id=1', 'id=2'];
		const events = bodies.flatMap((body) => parseSafely(body));
		expect(events.map(({ raw }) => raw)).toEqual(bodies);
		expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(bodies.length);
		expect(parseSafely('x'.repeat(1_000_000))).toMatchObject([{ raw: 'x'.repeat(2000) }]);
	});

	test('bytes that are no text, and JSON nested without end', () => {
		parseSafely(Buffer.from([0xff, 0xfe, 0x00, 0x7b]));
		parseSafely('['.repeat(100_000) + ']'.repeat(100_000));
		parseSafely('{"results":['.repeat(20_000));
		parseSafely(`${'{"message":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
	});

	test('any text and any JSON', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseSafely(text)));
		fc.assert(fc.property(fc.json(), (json) => void parseSafely(json)));
	});

	test('webhooks with any of their members replaced or left out', () => {
		const bodies = Object.values(fixtures.webhooks).map(({ body }) => body);
		const anyPart = fc.nat({ max: 200 });
		fc.assert(
			fc.property(
				fc.constantFrom(...bodies),
				anyPart,
				odd,
				fc.boolean(),
				(body, at, value, keep) => {
					parseSafely(wrapped(replaced(body, at, keep ? value : undefined)));
				},
			),
			{ numRuns: 1000 },
		);
	});

	test('the same webhook about another message is another event', () => {
		for (const { body } of Object.values(fixtures.webhooks)) {
			const json = JSON.stringify(body);
			const other = json.replace(/"(out-|in-|check-|msg_)/g, '"$1other-');
			if (other === json) continue;
			const ids = [json, other].flatMap((text) =>
				parseSafely(wrapped(JSON.parse(text))).map(({ eventId }) => eventId),
			);
			expect(new Set(ids).size).toBe(ids.length);
		}
	});
}

/** A copy with the part at a position (counted in depth first order) replaced; undefined removes it. */
function replaced(value: unknown, position: number, by: unknown): unknown {
	let left = position;
	const walk = (part: unknown): unknown => {
		if (left === 0) {
			left -= 1;
			return by;
		}
		left -= 1;
		if (Array.isArray(part)) return part.map(walk);
		if (typeof part !== 'object' || part === null) return part;
		return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
	};
	return walk(value);
}
