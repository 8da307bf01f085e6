import type { Piece } from '../element';

/** Something with a size that can be drawn at a place: all a layout needs to know. In dp. */
export interface Block {
	width: number;
	height: number;
	draw(x: number, y: number): Piece[];
}

/** Blocks below each other, at the left. */
export function stack(blocks: readonly (Block | undefined)[], gap: number): Block {
	const present = blocks.filter((block) => block !== undefined);
	return {
		width: Math.max(0, ...present.map(({ width }) => width)),
		height: total(
			present.map(({ height }) => height),
			gap,
		),
		draw: (x, y) => {
			let at = y;
			return present.flatMap((block) => {
				const drawn = block.draw(x, at);
				at += block.height + gap;
				return drawn;
			});
		},
	};
}

/** Blocks beside each other, all from the same top. */
export function row(blocks: readonly Block[], gap: number): Block {
	return {
		width: total(
			blocks.map(({ width }) => width),
			gap,
		),
		height: Math.max(0, ...blocks.map(({ height }) => height)),
		draw: (x, y) => {
			let at = x;
			return blocks.flatMap((block) => {
				const drawn = block.draw(at, y);
				at += block.width + gap;
				return drawn;
			});
		},
	};
}

/** Blocks beside each other, in as many rows as a width needs. */
export function flow(blocks: readonly Block[], width: number, gap: number): Block {
	const rows: Block[][] = [];
	let used = 0;
	for (const block of blocks) {
		const open = rows.at(-1);
		if (open && used + gap + block.width <= width) {
			open.push(block);
			used += gap + block.width;
		} else {
			rows.push([block]);
			used = block.width;
		}
	}
	return stack(
		rows.map((line) => row(line, gap)),
		gap,
	);
}

/** A block with room around it. */
export function padded(
	block: Block,
	[top, right, bottom, left]: readonly [number, number, number, number],
): Block {
	return {
		width: block.width + left + right,
		height: block.height + top + bottom,
		draw: (x, y) => block.draw(x + left, y + top),
	};
}

/** One block drawn over another, which gives the size. */
export function over(below: Block, draw: (x: number, y: number) => Piece[]): Block {
	return { ...below, draw: (x, y) => [...below.draw(x, y), ...draw(x, y)] };
}

function total(lengths: readonly number[], gap: number): number {
	const sum = lengths.reduce((all, length) => all + length, 0);
	return sum + gap * Math.max(0, lengths.length - 1);
}
