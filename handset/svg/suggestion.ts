import type { Suggestion } from '../../core/message/types';
import { suggestionIcons } from '../icons';
import type { Type } from '../looks/look';
import type { Attributes } from '../element';
import { flow, stack, type Block } from './block';
import { marked } from './marked';
import { allCorners, iconAt, rounded } from './shapes';
import type { Sheet } from './sheet';
import { textBlock } from './text';

const signSize = 18;
const signGap = 8;

/** The chips under a message, in as many rows as the screen needs. */
export function chipsBlock(suggestions: readonly Suggestion[], width: number, sheet: Sheet): Block {
	const { chipHeight, chipPad, chipRadius } = sheet.table.measures;
	const { screen, line } = sheet.palette;
	const chips = suggestions.map((suggestion, i) => {
		const label = labelBlock(suggestion, width - 2 * chipPad, sheet.table.type.chip, sheet);
		const chip = pill(label, { width: label.width + 2 * chipPad, height: chipHeight }, chipRadius, {
			fill: screen,
			stroke: line,
		});
		return marked(chip, `content.suggestions.${i}`, sheet, chipRadius);
	});
	return marked(flow(chips, width, 8), 'content.suggestions', sheet);
}

/** The buttons of a card, each as wide as its text. */
export function buttonsBlock(
	suggestions: readonly Suggestion[],
	path: string,
	size: { width: number; pad: number },
	sheet: Sheet,
): Block {
	const { measures, type } = sheet.table;
	const stroke = sheet.look === 'android' ? sheet.palette.line : undefined;
	const buttons = suggestions.map((suggestion, i) => {
		const label = labelBlock(suggestion, size.width - 2 * size.pad, type.button, sheet);
		const area = { width: size.width, height: measures.buttonHeight };
		const paint = { fill: sheet.palette.button, stroke };
		const button = pill(label, area, measures.buttonRadius, paint);
		return marked(button, `${path}.${i}`, sheet, measures.buttonRadius);
	});
	return marked(stack(buttons, 8), path, sheet);
}

/** A label in the middle of a field. */
export function pill(
	label: Block,
	size: { width: number; height: number },
	radius: number,
	paint: Attributes,
): Block {
	return {
		...size,
		draw: (x, y) => [
			rounded(
				{ x: x + 0.5, y: y + 0.5, width: size.width - 1, height: size.height - 1 },
				allCorners(radius),
				paint,
			),
			...label.draw(x + (size.width - label.width) / 2, y + (size.height - label.height) / 2),
		],
	};
}

function labelBlock(suggestion: Suggestion, width: number, type: Type, sheet: Sheet): Block {
	const sign = suggestionIcons[suggestion.type];
	const before = sign ? signSize + signGap : 0;
	const ink = sheet.accent.accent;
	const text = textBlock(suggestion.text, width - before, { type, ink, most: 1 });
	return {
		width: text.width + before,
		height: text.height,
		draw: (x, y) => [
			sign && iconAt(sign, x, y + (text.height - signSize) / 2, signSize, { stroke: ink }),
			...text.draw(x + before, y),
		],
	};
}
