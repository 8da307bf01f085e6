import { writeHtml } from '../../handset/html';
import { messageElements } from '../../handset/message';

const text = (words: string) =>
	writeHtml(
		messageElements({ kind: 'text', text: words }, { look: 'android', placedAs: 'incoming' }),
	);

describe('a text on a phone', () => {
	it('stays text, whatever is written in it', () => {
		const html = text('<img src=x onerror="alert(1)"> & \'more\'');
		expect(html).not.toContain('<img');
		expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;more&#39;');
	});

	it('shows web addresses as links, without the sentence around them', () => {
		const html = text('See (https://example.com/a?b=1&c=2) or www.example.com.');
		expect(html).toContain('href="https://example.com/a?b=1&amp;c=2"');
		expect(html).toContain('>www.example.com</a>.');
	});

	it('makes no link of other addresses', () => {
		expect(text('javascript:alert(1) and data:text/html,x')).not.toContain('<a');
	});
});
