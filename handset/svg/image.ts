import type { Media } from '../../core/message/types';
import { element, type Piece } from '../element';
import { mediaKind, mediaName, mediaSigns, pictureUrl } from '../media';
import type { Block } from './block';
import { allCorners, iconAt, rounded, roundedPath, short, type Area, type Corners } from './shapes';
import type { Sheet } from './sheet';
import { textBlock } from './text';

const playField = 48;

/** A drawing without a size of its own is told from outside to fill its box, as a photo does. */
const drawing = 'data:image/svg+xml';
const fill = '#svgView(preserveAspectRatio(xMidYMid%20slice))';

/** A picture cut to a box with round corners; where none is embedded, a sign and the name of the file. */
export function mediaBlock(
	media: Media,
	size: { width: number; height: number },
	corners: Corners,
	sheet: Sheet,
): Block {
	return {
		...size,
		draw: (x, y) => {
			const area = { x, y, ...size };
			const url = pictureUrl(media);
			const href = url === undefined ? undefined : sheet.embedded(url);
			const isVideo = mediaKind(media) === 'video';
			return [
				rounded(area, corners, { fill: sheet.palette.blank }),
				...(href === undefined ? blank(media, area, sheet) : clipped(href, area, corners)),
				...(isVideo ? playBadge(area) : []),
			];
		},
	};
}

/** A picture that fills an area and is cut to it. The name of the cut is its shape, so that no two differ. */
export function clipped(href: string, area: Area, corners: Corners): Piece[] {
	const d = roundedPath(area, corners);
	const id = `cut${d.replace(/[^0-9A-Z]/gu, '-')}`;
	const { x, y, width, height } = area;
	return [
		element('clipPath', { id }, element('path', { d })),
		element('image', {
			href: href.startsWith(drawing) ? `${href}${fill}` : href,
			x: short(x),
			y: short(y),
			width: short(width),
			height: short(height),
			preserveAspectRatio: 'xMidYMid slice',
			'clip-path': `url(#${id})`,
		}),
	];
}

/** What stands where a picture would be. The sign of a video is the play badge over it. */
function blank(media: Media, area: Area, { palette, table }: Sheet): Piece[] {
	const { width, height } = area;
	const kind = mediaKind(media);
	const style = { type: table.type.small, ink: palette.blankInk, most: 1 };
	const name = textBlock(mediaName(media), width - 16, style);
	const x = area.x + (width - name.width) / 2;
	if (kind === 'video') return name.draw(x, area.y + height - name.height - 10);
	const top = area.y + (height - name.height - 34) / 2;
	const sign = iconAt(mediaSigns[kind].icon, area.x + width / 2 - 14, top, 28, {
		stroke: palette.blankInk,
	});
	return [sign, ...name.draw(x, top + 34)];
}

function playBadge({ x, y, width, height }: Area): Piece[] {
	const left = x + (width - playField) / 2;
	const top = y + (height - playField) / 2;
	const field = { x: left, y: top, width: playField, height: playField };
	return [
		rounded(field, allCorners(playField / 2), { fill: '#000000', 'fill-opacity': 0.7 }),
		iconAt('play', left + 12, top + 12, 24, { stroke: '#ffffff', fill: '#ffffff' }),
	];
}
