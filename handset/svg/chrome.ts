import { element, type Piece } from '../element';
import { initialOf } from '../parts/header';
import type { HandsetAgent } from '../types';
import { clipped } from './image';
import { allCorners, iconAt, rounded, short } from './shapes';
import type { Sheet } from './sheet';
import { textBlock } from './text';

/** The top of a chat, at the top left of the picture. */
export function drawHeader(agent: HandsetAgent, sheet: Sheet): Piece[] {
	return sheet.look === 'ios' ? iosHeader(agent, sheet) : androidHeader(agent, sheet);
}

function androidHeader(agent: HandsetAgent, sheet: Sheet): Piece[] {
	const { edge, headerHeight, avatar, screenWidth } = sheet.table.measures;
	const { ink } = sheet.palette;
	const left = edge + 24 + 12 + avatar + 12;
	const name = nameOf(agent, screenWidth - left - edge - 24, sheet);
	const top = (headerHeight - name.height) / 2;
	return [
		iconAt('back', edge, (headerHeight - 24) / 2, 24, { stroke: ink }),
		...drawAvatar(agent, edge + 36, (headerHeight - avatar) / 2, 16, sheet),
		...name.draw(left, top),
		...verifiedMark(agent, left + name.width + 6, headerHeight / 2, 18, sheet),
	];
}

function iosHeader(agent: HandsetAgent, sheet: Sheet): Piece[] {
	const { headerHeight, avatar, screenWidth } = sheet.table.measures;
	const { accent } = sheet.accent;
	const name = nameOf(agent, screenWidth - 120, sheet);
	const mark = agent.verified ? 17 : 0;
	const top = (headerHeight - avatar - 4 - name.height) / 2;
	const left = (screenWidth - name.width - mark) / 2;
	const below = top + avatar + 4;
	return [
		iconAt('chevronBack', 8, 22, 26, { stroke: accent }),
		...drawAvatar(agent, (screenWidth - avatar) / 2, top, 22, sheet),
		...name.draw(left, below),
		...verifiedMark(agent, left + name.width + 3, below + name.height / 2, 14, sheet),
		element('path', {
			d: `M0 ${headerHeight - 0.5}H${screenWidth}`,
			stroke: sheet.palette.line,
		}),
	];
}

function nameOf({ name }: HandsetAgent, width: number, { table, palette }: Sheet) {
	return textBlock(name, width, { type: table.type.name, ink: palette.ink, most: 1 });
}

function drawAvatar(
	agent: HandsetAgent,
	x: number,
	y: number,
	size: number,
	sheet: Sheet,
): Piece[] {
	const { avatar } = sheet.table.measures;
	const area = { x, y, width: avatar, height: avatar };
	const round = allCorners(avatar / 2);
	const { brand, onBrand } = sheet.accent;
	const field = rounded(area, round, { fill: brand });
	const logo = agent.logoUrl === undefined ? undefined : sheet.embedded(agent.logoUrl);
	if (logo !== undefined) return [field, ...clipped(logo, area, round)];
	const initial = element(
		'text',
		{
			x: short(x + avatar / 2),
			y: short(y + avatar / 2 + size * 0.36),
			'font-size': size,
			'font-weight': 500,
			'text-anchor': 'middle',
			fill: onBrand,
		},
		initialOf(agent.name),
	);
	return [field, initial];
}

function verifiedMark(
	{ verified }: HandsetAgent,
	x: number,
	middle: number,
	size: number,
	{ palette }: Sheet,
): Piece[] {
	if (!verified) return [];
	const paint = { fill: palette.verified, stroke: palette.screen };
	return [iconAt('shield', x, middle - size / 2, size, paint)];
}

/** Where the person would write, with its top at `y`. */
export function drawComposer(y: number, sheet: Sheet, hintText: string): Piece[] {
	const { edge, composerHeight, screenWidth } = sheet.table.measures;
	const { palette, look, table } = sheet;
	const isIos = look === 'ios';
	const height = isIos ? 36 : 48;
	const add = isIos ? 34 : 20;
	const x = edge + add + 10;
	const width = screenWidth - edge - x;
	const middle = y + composerHeight / 2;
	const field = { x, y: middle - height / 2, width, height };
	const ink = isIos ? palette.soft : palette.bubbleInk;
	const type = isIos ? table.type.detail : table.type.body;
	const hint = textBlock(hintText, width - 60, { type, ink, most: 1 });
	const plus = { x: edge, y: middle - 17, width: 34, height: 34 };
	return [
		...(isIos ? [rounded(plus, allCorners(17), { fill: palette.bubble })] : []),
		iconAt('add', isIos ? edge + 7 : edge, middle - 10, 20, {
			stroke: isIos ? palette.bubbleInk : palette.soft,
		}),
		rounded(
			field,
			allCorners(height / 2),
			isIos ? { fill: 'none', stroke: palette.line } : { fill: palette.bubble },
		),
		...hint.draw(x + (isIos ? 12 : 16), middle - hint.height / 2),
		...(isIos ? [] : [iconAt('emoji', x + width - 36, middle - 10, 20, { stroke: ink })]),
	];
}
