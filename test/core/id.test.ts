import fc from 'fast-check';
import { deriveMessageId } from '../../core/message/id';

test('an id is a UUID of version 5', () => {
	fc.assert(
		fc.property(fc.array(fc.oneof(fc.string(), fc.integer())), (parts) => {
			expect(deriveMessageId(parts)).toMatch(
				/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
			);
		}),
	);
});

test('the same parts give the same id in every release', () => {
	expect(deriveMessageId(['workflow', 'execution', 'node', 0, 3])).toBe(
		'eb43d00f-fc54-5d40-a31c-e2482c91aaf3',
	);
});

test('other parts give another id', () => {
	const ids = [['a', 'b'], ['ab'], ['a', 'b', ''], ['a,b'], ['1'], [1], [], ['b', 'a']].map(
		deriveMessageId,
	);
	expect(new Set(ids).size).toBe(ids.length);
});
