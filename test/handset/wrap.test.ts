import fc from 'fast-check';
import { looks } from '../../handset/looks';
import { graphemeWidth } from '../../handset/svg/widths';
import { wrap } from '../../handset/svg/wrap';

const { body } = looks.android.type;
const wide = (text: string): number =>
	[...new Intl.Segmenter().segment(text)].reduce(
		(sum, { segment }) => sum + graphemeWidth(segment, body),
		0,
	);

const words = fc
	.array(
		fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 30, size: 'max' }),
			fc.constantFrom(
				'\n',
				' ',
				'  ',
				'https://example.com/a-long-address/without/end',
				'包裹已经发出',
				'مرحبا',
				'नमस्ते',
				'👨‍👩‍👧‍👦',
			),
		),
		{ maxLength: 20, size: 'max' },
	)
	.map((parts) => parts.join(' '));

describe('wrapping', () => {
	it('keeps every line within the box', () => {
		fc.assert(
			fc.property(words, fc.integer({ min: 40, max: 400 }), (text, width) => {
				for (const line of wrap(text, width, body))
					expect(wide(line.text)).toBeLessThanOrEqual(width);
			}),
		);
	});

	it('loses nothing but the spaces at the ends of lines', () => {
		const bare = (text: string) => text.replace(/\s/gu, '');
		fc.assert(
			fc.property(words, fc.integer({ min: 40, max: 400 }), (text, width) => {
				const lines = wrap(text, width, body).map((line) => line.text);
				expect(bare(lines.join(''))).toBe(bare(text));
			}),
		);
	});

	it('ends in an ellipsis within the box where there are more lines than wanted', () => {
		fc.assert(
			fc.property(words, fc.integer({ min: 1, max: 3 }), (text, most) => {
				const all = wrap(text, 120, body);
				const some = wrap(text, 120, body, most);
				expect(some.length).toBe(Math.min(most, all.length));
				for (const line of some) expect(wide(line.text)).toBeLessThanOrEqual(120);
				if (all.length > most) expect(some.at(-1)?.text.endsWith('…')).toBe(true);
			}),
		);
	});

	it('breaks after words, and between the characters of a script without spaces', () => {
		expect(wrap('a mug for you', 60, body).map(({ text }) => text)).toEqual(['a mug', 'for you']);
		expect(wrap('包裹已经发出', 40, body).map(({ text }) => text)).toEqual([
			'包裹',
			'已经',
			'发出',
		]);
	});
});
