import { describe } from '../describe';
import { element, type Piece } from '../element';
import { writeHtml } from '../html';
import { composerHint } from '../parts/composer';
import { previewAgent, type Preview } from '../preview';
import type { Block } from './block';
import { drawComposer, drawHeader } from './chrome';
import { notesBlock } from './notes';
import { allCorners, rounded, short, type Area } from './shapes';
import { sheetOf, type Sheet } from './sheet';
import { threadOf } from './thread';

/** Room around the phone, for its frame and the numbers at its parts. */
const margin = 14;
const phoneRadius = 28;
const threadPad = 12;
const lowestThread = 300;

/**
 * A preview as an SVG picture of its own: texts are text, pictures are embedded or stand as a sign with
 * their name, and all cards of a carousel are seen, beyond the edge of the phone.
 */
export function svgPicture(preview: Preview): string {
	const sheet = sheetOf(preview);
	const { screenWidth, edge, headerHeight, composerHeight } = sheet.table.measures;
	const { whole: thread, message } = threadOf(preview, sheet);
	const threadHeight = Math.max(lowestThread, thread.height + 2 * threadPad);
	const height = headerHeight + threadHeight + composerHeight;
	const notes = noteSheet(preview, sheet);
	const width = Math.max(screenWidth, (message?.width ?? 0) + 2 * edge);
	const pieces = [
		...(message ? beyondTheEdge(message, width, sheet) : []),
		panel({ x: 0, y: 0, width: screenWidth, height }, sheet),
		...drawHeader(previewAgent(preview), sheet),
		...thread.draw(edge, headerHeight + threadPad),
		...drawComposer(
			height - composerHeight,
			sheet,
			composerHint(sheet.look, preview.content !== undefined),
		),
		...notes.draw(0, height + margin),
	];
	const notesHeight = notes.height > 0 ? notes.height + margin : 0;
	return documentOf(preview, { width, height: height + notesHeight }, sheet, pieces);
}

/** Where the cards go on that a phone shows after a swipe. */
function beyondTheEdge(message: Block, width: number, sheet: Sheet): Piece[] {
	const { screenWidth, headerHeight } = sheet.table.measures;
	if (width <= screenWidth) return [];
	const x = screenWidth - phoneRadius;
	const area = { x, y: headerHeight, width: width - x, height: message.height + 2 * threadPad };
	return [panel(area, sheet)];
}

function noteSheet({ marks = [] }: Preview, sheet: Sheet): Block {
	const { screenWidth: width, edge } = sheet.table.measures;
	if (marks.length === 0) return { width, height: 0, draw: () => [] };
	const notes = notesBlock(marks, width - 2 * edge, sheet);
	const height = notes.height + 2 * edge;
	return {
		width,
		height,
		draw: (x, y) => [panel({ x, y, width, height }, sheet), ...notes.draw(x + edge, y + edge)],
	};
}

function panel(area: Area, { palette }: Sheet): Piece {
	const paint = { fill: palette.screen, stroke: palette.line, 'stroke-width': 1.5 };
	return rounded(area, allCorners(phoneRadius), paint);
}

function documentOf(
	preview: Preview,
	size: { width: number; height: number },
	{ table }: Sheet,
	pieces: readonly Piece[],
): string {
	const width = short(size.width + 2 * margin);
	const height = short(size.height + 2 * margin);
	const { name, verified } = previewAgent(preview);
	const app = preview.look === 'ios' ? 'iOS' : 'Android';
	const title = `${name}${verified ? ' (verified business)' : ''}: message on ${app}`;
	return writeHtml({
		tag: 'svg',
		attributes: {
			xmlns: 'http://www.w3.org/2000/svg',
			width,
			height,
			viewBox: `${-margin} ${-margin} ${width} ${height}`,
			role: 'img',
			'font-family': table.font,
		},
		children: [element('title', {}, title), element('desc', {}, describe(preview)), ...pieces],
	});
}
