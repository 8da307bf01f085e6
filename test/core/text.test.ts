import fc from 'fast-check';
import { codePoints, cut } from '../../core/message/text';

test('code points are what is counted', () => {
	expect([codePoints(''), codePoints('aé水'), codePoints('😀'), codePoints('e\u0301')]).toEqual([
		0, 3, 1, 2,
	]);
});

test('a text is cut between code points and ends in an ellipsis', () => {
	expect(cut('Hello', 5)).toBe('Hello');
	expect(cut('Hello!', 5)).toBe('Hell…');
	expect(cut('😀😀😀', 2)).toBe('😀…');
	expect(cut('Hello world', 7)).toBe('Hello…');
	expect(cut('Hello', 1)).toBe('…');
});

test('a cut text fits and starts like the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
			const short = cut(text, limit);
			expect(codePoints(short)).toBeLessThanOrEqual(limit);
			if (short !== text) expect(text.startsWith(short.slice(0, -1))).toBe(true);
			expect(short === text).toBe(codePoints(text) <= limit || short === text);
		}),
	);
});
