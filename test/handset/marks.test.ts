import { writeHtml } from '../../handset/html';
import type { Marks } from '../../handset/marks';
import { previewElement } from '../../handset/preview';
import { svgPicture } from '../../handset/svg';
import { contents, preview } from './samples';
import { readXml, type XmlNode } from './xml';

const mark = (path: string): Marks[number] => ({ path, action: 'cut', message: `${path} is cut` });

/** The parts that carry a number, with their numbers, in HTML and in the picture. */
function markedParts(marks: Marks) {
	const shown = preview(contents['ten cards'], {
		marks,
		fallback: [{ step: { channel: 'sms', text: 'On its way' }, parts: 1 }],
	});
	const found = (nodes: readonly XmlNode[]) =>
		nodes
			.filter(({ attributes }) => 'data-path' in attributes)
			.map(({ attributes }) => attributes['data-path']);
	const html = writeHtml(previewElement(shown)).replaceAll(/<(img[^>]*)>/gu, '<$1/>');
	return { html: found(readXml(html)), svg: found(readXml(svgPicture(shown))) };
}

describe('a mark', () => {
	it.each([
		['content.cards.3.title', 'content.cards.3.title'],
		['content.cards.9.media.height', 'content.cards.9.media'],
		['content.cards.2.suggestions.1.phoneNumber', 'content.cards.2.suggestions.1'],
		['content.cards.1.suggestions', 'content.cards.1.suggestions'],
		['content.cards', 'content'],
		['content.suggestions', 'content.suggestions'],
		['content.suggestions.0.text', 'content.suggestions.0'],
		['fallback.0.text', 'fallback.0'],
		['fallback', 'fallback'],
		['fallback.from', 'fallback'],
	])('at %s stands at %s', (path, part) => {
		expect(markedParts([mark(path)])).toEqual({ html: [part], svg: [part] });
	});

	it('at the picture of a lying card stands at that side of it', () => {
		const content = contents['card with its picture at the right'];
		const shown = preview(content, { marks: [mark('content.card.media')] });
		expect(writeHtml(previewElement(shown))).toMatch(
			/rcs-card-media[^>]*data-path="content\.card\.media"/u,
		);
		expect(svgPicture(shown)).toContain('data-path="content.card.media"');
	});

	it('of what is not drawn stands in the notes alone', () => {
		expect(markedParts([mark('validity')])).toEqual({ html: [], svg: [] });
		const shown = preview(contents.text, { marks: [mark('validity')] });
		expect(writeHtml(previewElement(shown))).toContain('Cut: validity is cut');
		expect(svgPicture(shown)).toContain('Cut: validity is cut');
	});

	it('shares its part with others: the part has all their numbers', () => {
		const marks = [mark('validity'), mark('content.text'), mark('content.text')];
		const shown = preview(contents.text, { marks });
		expect(writeHtml(previewElement(shown))).toContain('aria-label="Note 2, 3"');
		expect(svgPicture(shown)).toContain('>2, 3</text>');
	});
});
