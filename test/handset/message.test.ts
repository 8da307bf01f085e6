import type { FormField, Suggestion } from '../../core/message/types';
import type { Element, Piece } from '../../handset/element';
import { writeHtml } from '../../handset/html';
import { chipElements, messageElements } from '../../handset/message';
import type { HandsetContent } from '../../handset/types';
import { contents, picture } from './samples';

const message = (content: HandsetContent) =>
	messageElements(content, { look: 'android', placedAs: 'incoming' });
const text = (words: string) => writeHtml(message({ kind: 'text', text: words }));

/** All elements of a tree that have a class or a tag. */
function all(tree: Piece, name: string): Element[] {
	if (typeof tree !== 'object') return [];
	const classes = String(tree.attributes?.['class'] ?? '').split(' ');
	const below = (tree.children ?? []).flatMap((child) => all(child, name));
	return tree.tag === name || classes.includes(name) ? [tree, ...below] : below;
}

const words = (tree: Piece): string =>
	typeof tree === 'object' ? (tree.children ?? []).map(words).join('') : (tree ?? '');
const taps = (tree: Element) =>
	[...all(tree, 'button'), ...all(tree, 'a')].map(({ tap }) => tap?.kind);

describe('a text on a phone', () => {
	it('stays text, whatever is written in it', () => {
		const html = text('<img src=x onerror="alert(1)"> & \'more\'');
		expect(html).not.toContain('<img');
		expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;more&#39;');
	});

	it('shows web addresses as links that can be tapped, without the sentence around them', () => {
		const html = text('See (https://example.com/a?b=1&c=2) or www.example.com.');
		expect(html).toContain('href="https://example.com/a?b=1&amp;c=2"');
		expect(html).toContain('>www.example.com</a>.');
		const [link] = all(message({ kind: 'text', text: 'www.example.com' }), 'a');
		expect(link?.tap).toEqual({ kind: 'link', url: 'https://www.example.com' });
	});

	it.each(['javascript:alert(1)', 'data:text/html,x', 'https://', 'www.', 'call +1 555 0100 123'])(
		'makes no link of %s',
		(words) => {
			expect(text(words)).not.toContain('<a');
		},
	);

	it('stands on the side of whoever wrote it', () => {
		const mine = messageElements(
			{ kind: 'text', text: 'Hi' },
			{ look: 'ios', placedAs: 'outgoing' },
		);
		expect(mine.attributes?.['class']).toBe('rcs-message rcs-outgoing');
	});
});

describe('a card', () => {
	it('has its picture, words and buttons, and no chips', () => {
		const card = message(contents.card);
		expect(all(card, 'rcs-card-media')[0]?.attributes?.['data-height']).toBe('short');
		expect(words(all(card, 'rcs-title')[0])).toBe('Blue mug');
		expect(words(all(card, 'rcs-description')[0])).toBe('Holds 0.4 l.\nDishwasher safe ☕');
		expect(all(card, 'rcs-button').map(words)).toEqual(['Buy now', 'Call us']);
		expect(all(card, 'rcs-chip')).toEqual([]);
		expect(taps(card)).toEqual(['media', 'suggestion', 'suggestion']);
	});

	it('has its picture at the side that was asked for', () => {
		const [card] = all(message(contents['card with its picture at the right']), 'rcs-card');
		expect(card?.attributes).toMatchObject({
			'data-orientation': 'horizontal',
			'data-side': 'right',
		});
	});

	it('has no room for what it does not have', () => {
		const card = message(contents['card with nothing but a title']);
		expect(all(card, 'rcs-card-media')).toEqual([]);
		expect(all(card, 'rcs-buttons')).toEqual([]);
	});

	it('shows the thumbnail where there is one, and opens the file itself', () => {
		const media = { url: picture, thumbnailUrl: 'https://cdn.example.com/small.jpg' };
		const card = message({ kind: 'card', card: { media } });
		expect(all(card, 'img')[0]?.attributes?.['src']).toBe('https://cdn.example.com/small.jpg');
		expect(all(card, 'rcs-card-picture')[0]?.tap).toEqual({ kind: 'media', url: picture });
	});
});

it('has ten cards in a carousel of ten, each with its place', () => {
	const cards = all(message(contents['ten cards']), 'rcs-card');
	expect(cards.map((card) => words(all(card, 'rcs-title')[0]))).toEqual(
		Array.from({ length: 10 }, (_, i) => `Mug number ${i + 1}`),
	);
	expect(cards[9]?.attributes?.['aria-label']).toBe('Mug number 10, card 10 of 10');
});

describe('a file', () => {
	it.each([
		['picture', 'image', ''],
		['video', 'video', 'tour.mp4'],
		['audio', 'audio', 'hello.mp3Audio'],
		['pdf', 'pdf', 'invoice.pdfPDF document'],
		['contact', 'contact', 'shop.vcfContact card'],
	] as const)('that is a %s is shown as %s: "%s"', (name, kind, shown) => {
		const [file] = all(message(contents[name]), 'button');
		expect(file?.attributes?.['data-media']).toBe(kind);
		expect(words(file)).toBe(shown);
	});

	it('says what it is to who does not see it', () => {
		const [seen] = all(message(contents.picture), 'img');
		expect(seen?.attributes?.['alt']).toBe('A blue mug');
		const [video] = all(message(contents.video), 'button');
		expect(video?.attributes?.['aria-label']).toBe('Video: tour.mp4');
	});

	it('is what its type says, not its name', () => {
		const file = { url: 'https://cdn.example.com/get.mp4', mimeType: 'application/pdf' };
		expect(words(message({ kind: 'file', file }))).toBe('get.mp4PDF document');
	});
});

describe('a form', () => {
	const named = { name: 'f', label: 'Field' };

	it.each<[FormField, string]>([
		[{ ...named, type: 'text' }, '<input class="rcs-input" name="f" type="text">'],
		[{ ...named, type: 'number' }, '<input class="rcs-input" name="f" type="number">'],
		[{ ...named, type: 'email' }, '<input class="rcs-input" name="f" type="email">'],
		[{ ...named, type: 'phone' }, '<input class="rcs-input" name="f" type="tel">'],
		[{ ...named, type: 'date' }, '<input class="rcs-input" name="f" type="date">'],
		[{ ...named, type: 'longText' }, '<textarea class="rcs-input" name="f" rows="2"></textarea>'],
		[{ ...named, type: 'choice', choices: ['Oslo'] }, '<option value="Oslo">Oslo</option>'],
	])('takes %j', (field, html) => {
		expect(writeHtml(message({ kind: 'form', title: 'T', fields: [field] }))).toContain(html);
	});

	it('is submitted by its button, and says what is required', () => {
		const form = message(contents.form);
		expect(all(form, 'rcs-submit')[0]).toMatchObject({
			tap: { kind: 'submit' },
			children: ['Book'],
		});
		expect(words(all(form, 'rcs-field-label')[0])).toBe('Your name (required)');
		expect(all(form, 'rcs-input')[0]?.attributes?.['required']).toBe(true);
	});
});

it('gives every chip its suggestion to tap, and those that do something a sign', () => {
	const place = { latitude: 59.9, longitude: 10.7 };
	const time = { startTime: '2030-01-01T09:00:00Z', endTime: '2030-01-01T10:00:00Z' };
	const suggestions: Suggestion[] = [
		{ type: 'reply', text: 'Yes' },
		{ type: 'openUrl', text: 'Open', url: 'https://example.com' },
		{ type: 'dial', text: 'Call', phoneNumber: '+15550100123' },
		{ type: 'viewLocation', text: 'Shop', ...place },
		{ type: 'viewLocationQuery', text: 'Shops', query: 'mugs' },
		{ type: 'shareLocation', text: 'Here' },
		{ type: 'calendar', text: 'Save', title: 'Visit', ...time },
	];
	const chips = all(chipElements(suggestions), 'rcs-chip');
	expect(chips.map(({ tap }) => tap)).toEqual(
		suggestions.map((suggestion) => ({ kind: 'suggestion', suggestion })),
	);
	expect(chips.map((chip) => all(chip, 'svg').length)).toEqual([0, 1, 1, 1, 1, 1, 1]);
});
