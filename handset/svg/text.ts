import { element, type Element, type Piece } from '../element';
import { linkify } from '../linkify';
import type { Type } from '../looks/look';
import type { Block } from './block';
import { short } from './shapes';
import { wrap, type Line } from './wrap';

export interface TextStyle {
	type: Type;
	ink: string;
	/** The most lines; more end in an ellipsis. */
	most?: number;
	/** The colour of web addresses. Absent: they are not told apart. */
	linkInk?: string;
}

/** How far the letters of Helvetica reach above and below the line they stand on, in sizes. */
const ascent = 0.905;
const descent = 0.212;

const rightToLeft =
	/^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const onlyLatin = /^[\u0020-\u024f\u2010-\u2026\u20ac]*$/u;

/** Text in a box of a width: as wide as its longest line, from the right where its script runs that way. */
export function textBlock(text: string, width: number, style: TextStyle): Block {
	const spoken = text.replace(/\t/gu, '    ');
	const lines = wrap(spoken, width, style.type, style.most);
	const isRtl = rightToLeft.test(spoken);
	const widest = Math.min(width, Math.max(...lines.map((line) => line.width)));
	const links = style.linkInk === undefined ? [] : linkRanges(spoken);
	return {
		width: widest,
		height: lines.length * style.type.line,
		draw: (x, y) =>
			lines.map((line, i) =>
				lineElement(line, isRtl ? x + widest : x, y + i * style.type.line, isRtl, links, style),
			),
	};
}

function lineElement(
	line: Line,
	x: number,
	top: number,
	isRtl: boolean,
	links: readonly Range[],
	{ type, ink, linkInk }: TextStyle,
): Element {
	const { size, line: height, weight } = type;
	const baseline = top + (height - (ascent + descent) * size) / 2 + ascent * size;
	// A font that is not there is stood in for by a wider one: what was measured is held to.
	const fit = onlyLatin.test(line.text) && line.width > 0;
	return element(
		'text',
		{
			x: short(x),
			y: short(baseline),
			'font-size': size,
			'font-weight': weight === 400 ? undefined : weight,
			fill: ink,
			direction: isRtl ? 'rtl' : undefined,
			'xml:space': 'preserve',
			textLength: fit ? short(line.width) : undefined,
			lengthAdjust: fit ? 'spacingAndGlyphs' : undefined,
		},
		...linePieces(line, links, linkInk),
	);
}

interface Range {
	start: number;
	end: number;
}

function linkRanges(text: string): Range[] {
	let at = 0;
	return linkify(text).flatMap((span) => {
		const start = at;
		at += span.text.length;
		return span.url === undefined ? [] : [{ start, end: at }];
	});
}

/** The text of a line with its links told apart. */
function linePieces(line: Line, links: readonly Range[], linkInk: string | undefined): Piece[] {
	const here = links.filter(({ start, end }) => start < line.end && end > line.start);
	const pieces: Piece[] = [];
	let at = 0;
	for (const { start, end } of here) {
		const from = Math.max(0, start - line.start);
		const to = Math.min(line.end, end) - line.start;
		if (from > at) pieces.push(line.text.slice(at, from));
		const paint = { fill: linkInk, 'text-decoration': 'underline' };
		pieces.push(element('tspan', paint, line.text.slice(from, to)));
		at = to;
	}
	if (at < line.text.length) pieces.push(line.text.slice(at));
	return pieces;
}
