import type { FormContent, FormField } from '../../core/message/types';
import { padded, stack, type Block } from './block';
import { marked } from './marked';
import { allCorners, iconAt, rounded } from './shapes';
import type { Sheet } from './sheet';
import { pill } from './suggestion';
import { textBlock } from './text';

/** Fields to fill in, empty, and the button that submits them. */
export function formBlock(content: FormContent, sheet: Sheet): Block {
	const { type, measures } = sheet.table;
	const { cardWidth, cardPad, cardRadius, buttonHeight, buttonRadius } = measures;
	const { cardInk, cardSoft, card } = sheet.palette;
	const width = cardWidth - 2 * cardPad;
	const soft = { type: type.detail, ink: cardSoft };
	const title = textBlock(content.title, width, { type: type.title, ink: cardInk });
	const label = textBlock(content.submitText ?? 'Submit', width - 24, {
		type: type.button,
		ink: sheet.accent.onAccent,
		most: 1,
	});
	const submit = pill(label, { width, height: buttonHeight }, buttonRadius, {
		fill: sheet.accent.accent,
	});
	const parts = [
		marked(title, 'content.title', sheet),
		content.description
			? marked(textBlock(content.description, width, soft), 'content.description', sheet)
			: undefined,
		...content.fields.map((field, i) =>
			marked(fieldBlock(field, width, sheet), `content.fields.${i}`, sheet),
		),
		marked(submit, 'content.submitText', sheet, buttonRadius),
	];
	const inside = padded(stack(parts, 12), [cardPad, cardPad, cardPad, cardPad]);
	const size = { width: cardWidth, height: inside.height };
	return {
		...size,
		draw: (x, y) => [
			rounded({ x, y, ...size }, allCorners(cardRadius), { fill: card }),
			...inside.draw(x, y),
		],
	};
}

function fieldBlock(field: FormField, width: number, sheet: Sheet): Block {
	const style = { type: sheet.table.type.detail, ink: sheet.palette.cardSoft };
	const label = field.required ? `${field.label} (required)` : field.label;
	return stack([textBlock(label, width, style), inputBlock(field, width, sheet)], 4);
}

function inputBlock(field: FormField, width: number, { palette, table }: Sheet): Block {
	const height = field.type === 'longText' ? 62 : 44;
	const choice = { type: table.type.detail, ink: palette.cardInk, most: 1 };
	return {
		width,
		height,
		draw: (x, y) => {
			const area = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
			const box = rounded(area, allCorners(10), { fill: palette.button, stroke: palette.cardSoft });
			const sign = { stroke: palette.cardSoft };
			if (field.type === 'date') return [box, iconAt('calendar', x + width - 30, y + 13, 18, sign)];
			if (field.type !== 'choice') return [box];
			const words = textBlock('Choose', width - 48, choice);
			return [
				box,
				...words.draw(x + 12, y + (height - words.height) / 2),
				iconAt('down', x + width - 28, y + 14, 16, sign),
			];
		},
	};
}
