import type { Palette } from '../looks/look';
import { severity } from '../parts/marked';
import type { Note } from '../marks';
import { element, type Piece } from '../element';
import { over, type Block } from './block';
import { allCorners, rounded, short } from './shapes';
import type { Sheet } from './sheet';
import { textWidth } from './widths';

/** A part of the message: outlined and numbered where notes stand at its path. */
export function marked(block: Block, path: string, sheet: Sheet, radius = 6): Block {
	const notes = sheet.notesAt(path);
	if (notes.length === 0) return block;
	const color = noteColor(notes, sheet.palette);
	return over(block, (x, y) => [
		element(
			'g',
			{ 'data-path': path },
			rounded(
				{ x: x - 3, y: y - 3, width: block.width + 6, height: block.height + 6 },
				allCorners(radius + 3),
				{ fill: 'none', stroke: color, 'stroke-width': 2, 'stroke-dasharray': '5 3' },
			),
			...badge(notes.map(({ number }) => number).join(', '), x + block.width, y - 2, color, sheet),
		),
	]);
}

/** The number of a note on a round field, around a middle. */
export function badge(numbers: string, x: number, y: number, color: string, sheet: Sheet): Piece[] {
	const type = { ...sheet.table.type.small, weight: 700 };
	const width = Math.max(20, textWidth(numbers, type) + 12);
	return [
		rounded({ x: x - width / 2, y: y - 10, width, height: 20 }, allCorners(10), { fill: color }),
		element(
			'text',
			{
				x: short(x),
				y: short(y + type.size * 0.36),
				'font-size': type.size,
				'font-weight': 700,
				'text-anchor': 'middle',
				fill: sheet.palette.onMark,
			},
			numbers,
		),
	];
}

export function noteColor(notes: readonly Pick<Note, 'action'>[], { warn, bad }: Palette): string {
	return notes.some(({ action }) => severity(action) === 'bad') ? bad : warn;
}
