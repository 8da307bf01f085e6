import { htmlDocument, writeHtml } from '../../handset/html';
import { element } from '../../handset/element';
import { agent, contents, phones, picture, preview } from './samples';

describe('HTML', () => {
	it('has no end tags where there are none, and names alone for what is true', () => {
		expect(writeHtml(element('input', { required: true, disabled: false, value: undefined }))).toBe(
			'<input required="">',
		);
	});

	it.each([
		'javascript:alert(1)',
		' javascript:alert(1)',
		'data:text/html,x',
		'//evil.example.com',
	])('drops the address %s', (href) => {
		expect(writeHtml(element('a', { href }, 'x'))).toBe('<a>x</a>');
	});

	it('drops what no XML may hold', () => {
		expect(writeHtml(element('p', {}, 'a\u0000b\u001bc\ud800'))).toBe('<p>abc\ufffd</p>');
	});
});

describe.each(Object.entries(contents))('the page of %s', (_, content) => {
	it.each(phones)('runs nothing and needs nothing: $title', ({ look, theme }) => {
		const html = htmlDocument(preview(content, { look, theme }));
		expect(html).toContain('default-src &#39;none&#39;; img-src https: data:;');
		expect(html).not.toMatch(/<script|<link|<iframe|@import| on[a-z]+=/u);
		expect(html).toContain(`data-look="${look}" data-theme="${theme}"`);
	});
});

it('puts embedded pictures where their addresses stood', () => {
	const data = 'data:image/png;base64,iVBORw0KGgo=';
	const html = htmlDocument(preview(contents.card, { pictures: { [picture]: data } }));
	expect(html).toContain(`src="${data}"`);
	expect(html).not.toContain(picture);
});

it('says what a picture shows to who does not see it, though nothing can be tapped', () => {
	expect(htmlDocument(preview(contents.picture))).toMatch(/<img [^>]*alt="A blue mug"/u);
	expect(htmlDocument(preview(contents.video))).toMatch(
		/<span [^>]*aria-label="Video: tour\.mp4"[^>]* role="img"/u,
	);
	for (const content of Object.values(contents)) {
		const spans = htmlDocument(preview(content)).match(/<span [^>]*aria-label[^>]*>/gu) ?? [];
		for (const span of spans) expect(span).toContain('role=');
	}
});

it('shows several previews on one page', () => {
	const both = phones.map(({ look, theme }) => preview(contents.text, { look, theme }));
	const [first = preview(contents.text), ...others] = both;
	expect(htmlDocument(first, ...others).match(/class="rcs-handset /gu)).toHaveLength(phones.length);
});

it('shows the fallback alone under the name of its sender, whom nobody verified', () => {
	const step = { channel: 'sms', from: 'DemoShop', text: 'On its way' } as const;
	const fallback = [{ step, parts: 2 }];
	const html = htmlDocument({ agent, look: 'ios', theme: 'light', fallback });
	expect(html).toContain('From DemoShop · 2 parts');
	expect(html).toContain('data-channel="sms"');
	expect(html).not.toContain('Verified business');
});
