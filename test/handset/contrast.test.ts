import { accentOf } from '../../handset/accent';
import { contrast } from '../../handset/contrast';
import { looks } from '../../handset/looks';
import { phones } from './samples';

/** WCAG 2.2, AA: the least contrast of text of any size. */
const readable = 4.5;

/** Brand colours that are hard to write with or on, and those of every day. */
const brands = [
	'#ffff99',
	'#fff9c4',
	'#0a1a3f',
	'#000000',
	'#ffffff',
	'#e53935',
	'#00c853',
	'#808080',
];

describe.each(phones)('$title', ({ look, theme }) => {
	const palette = looks[look].themes[theme];

	it.each([
		['ink', 'screen'],
		['soft', 'screen'],
		['bubbleInk', 'bubble'],
		['cardInk', 'card'],
		['cardSoft', 'card'],
		['cardInk', 'button'],
		['blankInk', 'blank'],
		['accent', 'screen'],
		['accent', 'bubble'],
		['accent', 'card'],
		['accent', 'button'],
		['mineInk', 'mine'],
		['smsInk', 'sms'],
		['onMark', 'warn'],
		['onMark', 'bad'],
	] as const)('%s can be read on %s', (ink, surface) => {
		expect(contrast(palette[ink], palette[surface])).toBeGreaterThanOrEqual(readable);
	});

	it.each(brands)('what takes the colour %s of an agent can be read', (color) => {
		const { brand, onBrand, accent, onAccent } = accentOf(color, look, theme);
		const pairs = [
			[onBrand, brand],
			[onAccent, accent],
			...[palette.screen, palette.bubble, palette.card, palette.button].map((on) => [accent, on]),
		];
		for (const [ink = '', surface = ''] of pairs)
			expect(contrast(ink, surface)).toBeGreaterThanOrEqual(readable);
	});
});

it('keeps a colour that can be read as it is', () => {
	expect(accentOf('#7b1fa2', 'android', 'light').accent).toBe('#7b1fa2');
});

it('takes no colour that is none, so that nothing else gets into the styles', () => {
	expect(accentOf('red;background:url(x)', 'android', 'light').brand).toMatch(/^#[0-9a-f]{6}$/u);
});

it.each([
	['#000000', '#ffffff', 21],
	['#777777', '#ffffff', 4.48],
])('counts contrast as WCAG does: %s on %s', (ink, surface, expected) => {
	expect(contrast(ink, surface)).toBeCloseTo(expected, 2);
});
