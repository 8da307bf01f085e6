import type { Media } from '../../core/message/types';
import { element, type Piece } from '../element';
import { mediaKind, mediaName, mediaSigns } from '../media';
import { padded, stack, type Block } from './block';
import { mediaBlock } from './image';
import { allCorners, iconAt, rounded, short } from './shapes';
import type { Sheet } from './sheet';
import { textBlock } from './text';

/** The colours of a bubble. */
export interface BubblePaint {
	surface: string;
	ink: string;
	linkInk: string;
}

/** Text in a bubble of what comes in, with the corner or tail of its look. */
export function bubbleBlock(text: string, paint: BubblePaint, sheet: Sheet): Block {
	const { bubbleMax, bubblePadX, bubblePadY } = sheet.table.measures;
	const style = { type: sheet.table.type.body, ink: paint.ink, linkInk: paint.linkInk };
	const words = textBlock(text, bubbleMax - 2 * bubblePadX, style);
	const inside = padded(words, [bubblePadY, bubblePadX, bubblePadY, bubblePadX]);
	return {
		...inside,
		draw: (x, y) => [...surface(x, y, inside, paint.surface, sheet), ...inside.draw(x, y)],
	};
}

function surface(
	x: number,
	y: number,
	{ width, height }: Block,
	fill: string,
	sheet: Sheet,
): Piece[] {
	const radius = sheet.table.measures.bubbleRadius;
	const area = { x, y, width, height };
	if (sheet.look === 'android') return [rounded(area, [radius, radius, radius, 6], { fill })];
	const tail = element('path', {
		d: 'M6 0C6 9 5 15 0 17.5C6 18.5 11 17 14 14L18 4Z',
		transform: `translate(${short(x - 6)} ${short(y + height - 18)})`,
		fill,
	});
	return [rounded(area, allCorners(radius), { fill }), tail];
}

/** A file by itself: a picture as one, anything else by its name. */
export function fileBlock(media: Media, sheet: Sheet): Block {
	const kind = mediaKind(media);
	const { cardRadius } = sheet.table.measures;
	return kind === 'image' || kind === 'video'
		? mediaBlock(media, { width: 240, height: 180 }, allCorners(cardRadius), sheet)
		: namedFile(media, sheet);
}

const fileSize = { width: 260, pad: 12, sign: 40, gap: 12 };

function namedFile(media: Media, sheet: Sheet): Block {
	const { palette, table, accent } = sheet;
	const { width, pad, sign, gap } = fileSize;
	const kind = mediaKind(media);
	const isAudio = kind === 'audio';
	const left = pad + sign + gap;
	const room = width - left - pad;
	const ink = palette.bubbleInk;
	const words = stack(
		[
			textBlock(mediaName(media), room, { type: table.type.detail, ink, most: 1 }),
			isAudio ? track(room, ink) : undefined,
			textBlock(mediaSigns[kind].words, room, { type: table.type.small, ink, most: 1 }),
		],
		2,
	);
	const height = Math.max(sign, words.height) + 2 * pad;
	return {
		width,
		height,
		draw: (x, y) => {
			const top = y + (height - sign) / 2;
			const field = { x: x + pad, y: top, width: sign, height: sign };
			const paint = { stroke: accent.onAccent, ...(isAudio && { fill: accent.onAccent }) };
			return [
				rounded({ x, y, width, height }, allCorners(table.measures.bubbleRadius), {
					fill: palette.bubble,
				}),
				rounded(field, allCorners(sign / 2), { fill: accent.accent }),
				iconAt(isAudio ? 'play' : mediaSigns[kind].icon, x + pad + 10, top + 10, 20, paint),
				...words.draw(x + left, y + (height - words.height) / 2),
			];
		},
	};
}

function track(width: number, ink: string): Block {
	return {
		width,
		height: 11,
		draw: (x, y) => [
			rounded({ x, y: y + 4, width, height: 3 }, allCorners(2), { fill: ink, 'fill-opacity': 0.5 }),
		],
	};
}
