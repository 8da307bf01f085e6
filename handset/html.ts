import type { Attributes, Element, Piece } from './element';

/** HTML elements that have no end tag. */
const voidTags = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source']);
const addresses = new Set(['href', 'src', 'poster']);
const replacements: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/**
 * Writes an element down as HTML; an SVG element comes out as XML as well. All text is escaped. An
 * address that is neither of the web nor an embedded picture is left out.
 */
export function writeHtml(element: Element): string {
	const { tag, attributes = {}, children = [] } = element;
	const start = `<${tag}${writeAttributes(attributes)}>`;
	if (voidTags.has(tag)) return start;
	return `${start}${children.map(writePiece).join('')}</${tag}>`;
}

function writePiece(piece: Piece): string {
	if (piece === undefined) return '';
	return typeof piece === 'string' ? escapeText(piece) : writeHtml(piece);
}

function writeAttributes(attributes: Attributes): string {
	return Object.entries(attributes)
		.filter(([name, value]) => !addresses.has(name) || isHarmless(String(value)))
		.map(([name, value]) => writeAttribute(name, value))
		.join('');
}

function writeAttribute(name: string, value: string | number | boolean | undefined): string {
	if (value === undefined || value === false) return '';
	return value === true ? ` ${name}=""` : ` ${name}="${escapeText(String(value))}"`;
}

function isHarmless(address: string): boolean {
	return /^(https?:\/\/|data:image\/|\/(?!\/)|#)/iu.test(address);
}

/** Control characters are in no HTML and no XML; a lone half of a character pair is none. */
function escapeText(text: string): string {
	return text
		.toWellFormed()
		.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
		.replace(/[&<>"']/gu, (character) => replacements[character] ?? '');
}
