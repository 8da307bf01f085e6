import { element, type Attributes, type Element, type Piece } from './element';
import { plainElement, plainRules } from './plain';
import { previewAgent, previewElement, type Preview } from './preview';
import { styles } from './styles';
import { documentRules } from './styles/document';

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
export function writeHtml({ tag, attributes = {}, children = [] }: Element): string {
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

/** Nothing runs in the page and nothing is fetched for it but pictures; forms go nowhere. */
const policy =
	"default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A page of its own with a preview in it, or several side by side: no scripts, all styles inside, pictures
 * embedded or from the web.
 */
export function htmlDocument(preview: Preview, ...others: readonly Preview[]): string {
	const title = `${previewAgent(preview).name}: preview`;
	const head = [
		element('meta', { charset: 'utf-8' }),
		element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
		element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
		element('meta', { name: 'referrer', content: 'no-referrer' }),
		element('title', {}, title),
	];
	const phones = [preview, ...others].map(previewElement).map(plainElement);
	const several = others.length > 0 && 'rcs-several';
	const body = element('body', { class: several }, ...phones);
	// The style sheet holds no text of a user, and HTML takes none of its signs for its own: it is not escaped.
	return [
		'<!doctype html>\n<html lang="en"><head>',
		...head.map(writeHtml),
		`<style>${plainRules(styles + documentRules)}</style></head>`,
		writeHtml(body),
		'</html>\n',
	].join('');
}
