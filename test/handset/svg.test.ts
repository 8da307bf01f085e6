import fc from 'fast-check';
import type { Card } from '../../core/message/types';
import { looks } from '../../handset/looks';
import { svgPicture } from '../../handset/svg';
import { contents, phones, picture, preview } from './samples';
import { readXml } from './xml';

const png = 'data:image/png;base64,iVBORw0KGgo=';
const texts = (svg: string) =>
	readXml(svg)
		.filter(({ name }) => name === 'text')
		.map(({ text }) => text);

describe.each(Object.entries(contents))('the picture of %s', (_, content) => {
	it.each(phones)('is well-formed and says what it shows: $title', ({ look, theme }) => {
		const nodes = readXml(
			svgPicture(preview(content, { look, theme, pictures: { [picture]: png } })),
		);
		const names = nodes.map(({ name }) => name);
		expect(names.slice(0, 3)).toEqual(['svg', 'title', 'desc']);
		expect(nodes[0]?.attributes['role']).toBe('img');
		expect(nodes[2]?.text).not.toBe('');
		const ids = nodes.flatMap(({ attributes }) => attributes['id'] ?? []);
		expect(new Set(ids).size).toBe(ids.length);
		const cuts = nodes.flatMap(({ attributes }) => attributes['clip-path'] ?? []);
		expect(cuts).toEqual(ids.map((id) => `url(#${id})`));
	});
});

it('writes every text as text, whatever stands in it', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 40, size: 'max' }), (text) => {
			const names = readXml(svgPicture(preview({ kind: 'text', text }))).map(({ name }) => name);
			expect(names).not.toContain('script');
		}),
		{ numRuns: 50 },
	);
	const svg = svgPicture(preview({ kind: 'text', text: '<img src=x onerror=alert(1)>' }));
	expect(texts(svg).join(' ')).toContain('<img src=x onerror=alert(1)>');
});

it('shows all ten cards of a carousel side by side', () => {
	const svg = svgPicture(preview(contents['ten cards']));
	const titles = readXml(svg).filter(({ text }) => /^Mug number \d+$/u.test(text));
	expect(titles.map(({ text }) => text)).toEqual(
		Array.from({ length: 10 }, (_, i) => `Mug number ${i + 1}`),
	);
	const places = titles.map(({ attributes }) => Number(attributes['x']));
	expect(places).toEqual([...places].sort((a, b) => a - b));
	const [, , width] = readXml(svg)[0]?.attributes['viewBox']?.split(' ') ?? [];
	expect(Number(width)).toBeGreaterThan(places.at(-1) ?? Infinity);
});

it('keeps every text of a card within it', () => {
	const words = fc.string({ minLength: 1, maxLength: 120, size: 'max' });
	fc.assert(
		fc.property(words, words, words, (title, description, text) => {
			const card: Card = { title, description, suggestions: [{ type: 'reply', text }] };
			const svg = svgPicture(preview({ kind: 'card', card }));
			const { edge, cardWidth, cardPad, headerHeight } = looks.android.measures;
			const end = edge + cardWidth - cardPad;
			for (const { name, attributes } of readXml(svg)) {
				const { x, y, textLength } = attributes;
				const inChat = Number(y) > headerHeight && Number(y) < headerHeight + 300;
				if (name !== 'text' || textLength === undefined || !inChat) continue;
				expect(Number(x) + Number(textLength)).toBeLessThanOrEqual(end + 0.01);
			}
		}),
	);
});

it('tells its notes to who does not see it', () => {
	const marks = [
		{ path: 'content.text', action: 'cut', message: 'Too long' },
		{ path: 'validity', action: 'dropped', message: 'No place' },
	] as const;
	const nodes = readXml(svgPicture(preview(contents.text, { marks })));
	const told = nodes.find(({ name }) => name === 'desc')?.text ?? '';
	expect(told).toContain('Note 1: Cut: Too long\nNote 2: Left out: No place');
});

describe('a picture in it', () => {
	const images = (pictures: Record<string, string>) =>
		readXml(svgPicture(preview(contents.card, { pictures }))).filter(
			({ name }) => name === 'image',
		);

	it('is embedded', () => {
		expect(images({ [picture]: png }).map(({ attributes }) => attributes['href'])).toEqual([png]);
	});

	it('is never fetched: where none is embedded, its name stands there', () => {
		expect(images({})).toEqual([]);
		expect(texts(svgPicture(preview(contents.card)))).toContain('mug.jpg');
	});

	it('is nothing but a picture', () => {
		expect(images({ [picture]: 'data:text/html,<script>alert(1)</script>' })).toEqual([]);
		expect(images({ [picture]: 'javascript:alert(1)' })).toEqual([]);
	});
});

it('runs Arabic from the right edge of its bubble', () => {
	const svg = svgPicture(preview({ kind: 'text', text: 'مرحبا، طلبك في الطريق' }));
	expect(
		readXml(svg).find(({ text, name }) => name === 'text' && /مرحبا/u.test(text))?.attributes,
	).toMatchObject({ direction: 'rtl' });
});
