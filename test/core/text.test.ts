import fc from 'fast-check';
import { codePoints, cut, cutUnits } from '../../core/message/text';

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

test('for those that count code units, nothing more is cut than has to be', () => {
	const emoji = (count: number) => '😀'.repeat(count);
	expect(cutUnits('Hello!', 5)).toBe('Hell…');
	expect([cutUnits(emoji(2), 4), cutUnits(emoji(3), 5), cutUnits(emoji(3), 4)]).toEqual([
		emoji(2),
		`${emoji(2)}…`,
		`${emoji(1)}…`,
	]);
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
			const short = cutUnits(text, limit);
			expect(short.length).toBeLessThanOrEqual(limit);
			expect(short === text).toBe(text.length <= limit || short === text);
			expect(cutUnits(short, limit)).toBe(short);
			if (short !== text) expect(text.startsWith(short.slice(0, -1))).toBe(true);
		}),
	);
});
