import type { ShownFallback } from '../fallback';
import { fallbackFacts, fallbackText } from '../fallback';
import { channelLabels } from '../parts/sms';
import { stack, type Block } from './block';
import { bubbleBlock } from './bubble';
import { mediaBlock } from './image';
import { marked } from './marked';
import { allCorners } from './shapes';
import type { Sheet } from './sheet';
import { textBlock } from './text';

/** What arrives on other channels: a labelled bubble for each step. */
export function fallbackBlock(
	fallback: readonly ShownFallback[],
	width: number,
	sheet: Sheet,
): Block {
	const steps = fallback.map((shown, i) =>
		marked(stepBlock(shown, width, sheet), `fallback.${i}`, sheet),
	);
	return marked(stack(steps, 8), 'fallback', sheet);
}

function stepBlock(shown: ShownFallback, width: number, sheet: Sheet): Block {
	const { step } = shown;
	const { palette, table, look } = sheet;
	const small = { type: table.type.small, ink: palette.soft };
	const facts = fallbackFacts(shown);
	const text = fallbackText(step);
	const pictures =
		step.channel === 'mms'
			? step.mediaUrls.map((url) =>
					mediaBlock(
						{ url },
						{ width: 240, height: 180 },
						allCorners(table.measures.cardRadius),
						sheet,
					),
				)
			: [];
	const whole = stack(
		[
			centered(textBlock(channelLabels[step.channel][look], width, small), width, 8),
			...pictures,
			text === '' ? undefined : bubbleBlock(text, paintOf(step.channel, sheet), sheet),
			facts === '' ? undefined : textBlock(facts, width, small),
		],
		4,
	);
	return { ...whole, width };
}

function paintOf(channel: ShownFallback['step']['channel'], { palette }: Sheet) {
	return channel === 'whatsapp'
		? { surface: palette.bubble, ink: palette.bubbleInk, linkInk: palette.bubbleInk }
		: { surface: palette.sms, ink: palette.smsInk, linkInk: palette.smsInk };
}

function centered(block: Block, width: number, above: number): Block {
	return {
		width,
		height: block.height + 2 * above,
		draw: (x, y) => block.draw(x + (width - block.width) / 2, y + above),
	};
}
