import type { Preview } from '../preview';
import type { HandsetContent } from '../types';
import { stack, type Block } from './block';
import { bubbleBlock, fileBlock } from './bubble';
import { cardBlock, carouselBlock } from './card';
import { fallbackBlock } from './fallback';
import { formBlock } from './form';
import { marked } from './marked';
import type { Sheet } from './sheet';
import { chipsBlock } from './suggestion';

/** What stands between header and composer, and the message alone, which may be wider than the phone. */
export interface Thread {
	whole: Block;
	message: Block | undefined;
}

export function threadOf({ content, chips = true, fallback = [] }: Preview, sheet: Sheet): Thread {
	const { screenWidth, edge, gap, cardRadius } = sheet.table.measures;
	const width = screenWidth - 2 * edge;
	const suggestions = chips ? (content?.suggestions ?? []) : [];
	const message = content && marked(messageBlock(content, sheet), 'content', sheet, cardRadius);
	const parts = [
		message,
		suggestions.length > 0 ? chipsBlock(suggestions, width, sheet) : undefined,
		fallback.length > 0 ? fallbackBlock(fallback, width, sheet) : undefined,
	];
	return { whole: stack(parts, gap + 4), message };
}

function messageBlock(content: HandsetContent, sheet: Sheet): Block {
	const { bubble, bubbleInk } = sheet.palette;
	const paint = { surface: bubble, ink: bubbleInk, linkInk: sheet.accent.accent };
	const { bubbleRadius, cardRadius } = sheet.table.measures;
	switch (content.kind) {
		case 'text':
			return marked(bubbleBlock(content.text, paint, sheet), 'content.text', sheet, bubbleRadius);
		case 'file':
			return marked(fileBlock(content.file, sheet), 'content.file', sheet, cardRadius);
		case 'card':
			return cardBlock(content, sheet);
		case 'carousel':
			return carouselBlock(content, sheet);
		case 'form':
			return formBlock(content, sheet);
	}
}
