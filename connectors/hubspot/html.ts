const marks: readonly (readonly [mark: string, html: string])[] = [
	['&', '&amp;'],
	['<', '&lt;'],
	['>', '&gt;'],
];

/** What editors make of some characters. */
const others: readonly (readonly [mark: string, html: string])[] = [
	['"', '&quot;'],
	["'", '&#39;'],
	[' ', '&nbsp;'],
];

/** A text as HTML: people write anything. */
export function asHtml(text: string): string {
	return marks.reduce((html, [mark, written]) => html.replaceAll(mark, written), text);
}

/** The lines of an HTML text, without its tags, as somebody reads them. */
export function linesOf(html: string): string[] {
	return html
		.replaceAll(/<br\s*\/?>|<\/(?:p|div|li|h\d)>/gi, '\n')
		.replaceAll(/<[^>]*>/g, '')
		.split('\n')
		.map((line) => oneLine(withoutEntities(line)))
		.filter((line) => line !== '');
}

function withoutEntities(html: string): string {
	return [...others, ...marks.toReversed()].reduce(
		(text, [mark, written]) => text.replaceAll(written, mark),
		html,
	);
}

/** HTML makes one space of any white space; so a text is the same before and after it was HTML. */
export function oneLine(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}
