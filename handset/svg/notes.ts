import type { Mark, Marks } from '../marks';
import { noteText } from '../parts/notes';
import { stack, type Block } from './block';
import { badge, noteColor } from './marked';
import type { Sheet } from './sheet';
import { textBlock } from './text';

const badgeRoom = 28;

/** The numbered notes below the phone. */
export function notesBlock(marks: Marks, width: number, sheet: Sheet): Block {
	return stack(
		marks.map((mark, i) => noteBlock(mark, i + 1, width, sheet)),
		8,
	);
}

function noteBlock(mark: Mark, number: number, width: number, sheet: Sheet): Block {
	const style = { type: sheet.table.type.detail, ink: sheet.palette.ink };
	const words = textBlock(noteText(mark), width - badgeRoom, style);
	const color = noteColor([mark], sheet.palette);
	return {
		width,
		height: words.height,
		draw: (x, y) => [
			...badge(String(number), x + 10, y + 10, color, sheet),
			...words.draw(x + badgeRoom, y),
		],
	};
}
