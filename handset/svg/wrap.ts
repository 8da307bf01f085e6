import type { Type } from '../looks/look';
import { graphemeWidth, textWidth } from './widths';

/** A line of a text: from where to where in it, and what stands there. */
export interface Line {
	start: number;
	end: number;
	text: string;
	width: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const breaksAnywhere = /^[\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;
const endsWord = /^[\s\-–—]$/u;
const ellipsis = '…';

/**
 * Breaks a text into lines that are no wider than the box: after words, between the characters of East
 * Asian scripts, and within a word that fills a line alone. Beyond `most` lines the last one ends in `…`.
 */
export function wrap(
	text: string,
	width: number,
	type: Type,
	most = Number.POSITIVE_INFINITY,
): Line[] {
	const lines: Line[] = [];
	let rest = 0;
	while (rest < text.length || lines.length === 0) {
		const isLast = lines.length + 1 >= most;
		const taken = isLast ? takeRest(text, rest, width, type) : takeLine(text, rest, width, type);
		lines.push(taken.line);
		rest = taken.next;
		if (isLast) break;
	}
	return lines;
}

interface Taken {
	line: Line;
	/** Where the next line starts. */
	next: number;
}

function takeLine(text: string, from: number, width: number, type: Type): Taken {
	let used = 0;
	let breakAt = from;
	let at = from;
	for (const { segment } of graphemes.segment(paragraphAt(text, from))) {
		const wide = graphemeWidth(segment, type);
		const isSpace = /^\s$/u.test(segment);
		if (used + wide > width && !isSpace && at > from) {
			const end = breakAt > from ? breakAt : at;
			return { line: lineOf(text, from, end, type), next: end };
		}
		if (breaksAnywhere.test(segment)) breakAt = at;
		at += segment.length;
		used += wide;
		if (endsWord.test(segment) || breaksAnywhere.test(segment)) breakAt = at;
	}
	return { line: lineOf(text, from, at, type), next: at + lineEnd(text, at) };
}

/** The last line there is room for: all that is left, or as much as fits before an ellipsis. */
function takeRest(text: string, from: number, width: number, type: Type): Taken {
	const whole = takeLine(text, from, width, type);
	if (whole.next >= text.length) return whole;
	const room = width - textWidth(ellipsis, type);
	let used = 0;
	let at = from;
	for (const { segment } of graphemes.segment(paragraphAt(text, from))) {
		used += graphemeWidth(segment, type);
		if (used > room) break;
		at += segment.length;
	}
	const { end, text: words } = lineOf(text, from, at, type);
	const cut = `${words}${ellipsis}`;
	return { line: { start: from, end, text: cut, width: widthOf(cut, type) }, next: text.length };
}

function lineOf(text: string, start: number, end: number, type: Type): Line {
	const words = text.slice(start, end).trimEnd();
	return { start, end: start + words.length, text: words, width: widthOf(words, type) };
}

function widthOf(text: string, type: Type): number {
	let sum = 0;
	for (const { segment } of graphemes.segment(text)) sum += graphemeWidth(segment, type);
	return sum;
}

function paragraphAt(text: string, from: number): string {
	const end = text.slice(from).search(/\r?\n/u);
	return end < 0 ? text.slice(from) : text.slice(from, from + end);
}

function lineEnd(text: string, at: number): number {
	if (text.startsWith('\r\n', at)) return 2;
	return text.startsWith('\n', at) ? 1 : 0;
}
