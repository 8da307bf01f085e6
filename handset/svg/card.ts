import type { Card, CardContent, CarouselContent } from '../../core/message/types';
import { carouselWidths, clamps, lowestCard, mediaHeights, sidePicture } from '../measures';
import { row, stack, type Block } from './block';
import { mediaBlock } from './image';
import { marked } from './marked';
import { allCorners, rounded, type Corners } from './shapes';
import type { Sheet } from './sheet';
import { buttonsBlock } from './suggestion';
import { textBlock, type TextStyle } from './text';

/** A horizontal card is this much wider than a vertical one, for the picture at its side. */
const wider = 24;

/** Where a card's parts stand: its words keep to `width`, and its picture to `picture`. */
interface CardSize {
	width: number;
	pad: number;
	buttonPad: number;
	descriptionLines: number;
	/** Cards side by side are as high as the highest. */
	height?: number;
}

export function cardBlock(content: CardContent, sheet: Sheet): Block {
	const { cardWidth, cardPad } = sheet.table.measures;
	const size = { pad: cardPad, buttonPad: 12, descriptionLines: clamps.description };
	const path = 'content.card';
	if (content.orientation !== 'horizontal')
		return verticalCard(content.card, path, { ...size, width: cardWidth }, sheet);
	const side = content.imageAlignment ?? 'left';
	return horizontalCard(content.card, path, { ...size, width: cardWidth + wider }, side, sheet);
}

/** All cards side by side: a picture cannot be swiped. */
export function carouselBlock(content: CarouselContent, sheet: Sheet): Block {
	const width = carouselWidths[content.width ?? 'medium'];
	const isSmall = content.width === 'small';
	const size = {
		width,
		pad: isSmall ? 10 : sheet.table.measures.cardPad,
		buttonPad: isSmall ? 8 : 12,
		descriptionLines: clamps.carouselDescription,
	};
	const draw = (height?: number): Block[] =>
		content.cards.map((card, i) =>
			verticalCard(
				card,
				`content.cards.${i}`,
				height === undefined ? size : { ...size, height },
				sheet,
			),
		);
	const height = Math.max(...draw().map((card) => card.height));
	return row(draw(height), sheet.table.measures.gap);
}

function verticalCard(card: Card, path: string, size: CardSize, sheet: Sheet): Block {
	const { cardRadius: radius } = sheet.table.measures;
	const words = wordsOf(card, path, size.width, size, sheet);
	const mediaHeight = card.media ? mediaHeights[card.media.height ?? 'medium'] : 0;
	const height = size.height ?? Math.max(lowestCard, mediaHeight + words.height);
	const corners: Corners = words.height > 0 ? [radius, radius, 0, 0] : allCorners(radius);
	const area = { width: size.width, height: mediaHeight };
	const media = cardMedia(card, path, area, corners, sheet);
	return onCard(path, { width: size.width, height }, sheet, (x, y) => [
		...(media?.draw(x, y) ?? []),
		...words.draw(x, y + mediaHeight, height - mediaHeight),
	]);
}

function horizontalCard(
	card: Card,
	path: string,
	size: CardSize,
	side: 'left' | 'right',
	sheet: Sheet,
): Block {
	const { cardRadius: radius } = sheet.table.measures;
	const picture = card.media ? sidePicture : 0;
	const words = wordsOf(card, path, size.width - picture, size, sheet);
	const height = Math.max(lowestCard, words.height);
	const isLeft = side === 'left';
	const corners: Corners = isLeft ? [radius, 0, 0, radius] : [0, radius, radius, 0];
	const media = cardMedia(card, path, { width: picture, height }, corners, sheet);
	return onCard(path, { width: size.width, height }, sheet, (x, y) => [
		...(media?.draw(isLeft ? x : x + size.width - picture, y) ?? []),
		...words.draw(isLeft ? x + picture : x, y, height),
	]);
}

interface Size {
	width: number;
	height: number;
}

function cardMedia(
	{ media }: Card,
	path: string,
	area: Size,
	corners: Corners,
	sheet: Sheet,
): Block | undefined {
	const { cardRadius } = sheet.table.measures;
	return (
		media && marked(mediaBlock(media, area, corners, sheet), `${path}.media`, sheet, cardRadius)
	);
}

/** The ground of a card, with what is drawn on it. */
function onCard(path: string, size: Size, sheet: Sheet, draw: Block['draw']): Block {
	const { cardRadius } = sheet.table.measures;
	const ground = { fill: sheet.palette.card };
	const whole: Block = {
		...size,
		draw: (x, y) => [rounded({ x, y, ...size }, allCorners(cardRadius), ground), ...draw(x, y)],
	};
	return marked(whole, path, sheet, cardRadius);
}

/** Title, description and buttons. The buttons stand at the bottom of the height that is given to them. */
function wordsOf(card: Card, path: string, width: number, size: CardSize, sheet: Sheet) {
	const { pad } = size;
	const inner = width - 2 * pad;
	const head = headBlock(card, path, inner, size.descriptionLines, sheet);
	const { suggestions = [] } = card;
	const buttonSize = { width: inner, pad: size.buttonPad };
	const buttons = buttonsBlock(suggestions, `${path}.suggestions`, buttonSize, sheet);
	const between = suggestions.length === 0 ? 0 : head.height > 0 ? 12 : 8;
	const height = head.height + between + buttons.height;
	return {
		height: height === 0 ? 0 : height + 2 * pad,
		draw: (x: number, y: number, given: number) => [
			...head.draw(x + pad, y + pad),
			...buttons.draw(x + pad, y + given - pad - buttons.height),
		],
	};
}

function headBlock(card: Card, path: string, width: number, most: number, sheet: Sheet): Block {
	const { type } = sheet.table;
	const { cardInk, cardSoft } = sheet.palette;
	const linkInk = sheet.accent.accent;
	const title = { type: type.title, ink: cardInk, most: clamps.title, linkInk };
	const detail = { type: type.detail, ink: cardSoft, most, linkInk };
	const part = (text: string | undefined, name: string, style: TextStyle) =>
		text ? marked(textBlock(text, width, style), `${path}.${name}`, sheet) : undefined;
	return stack(
		[part(card.title, 'title', title), part(card.description, 'description', detail)],
		4,
	);
}
