import type { Type } from '../looks/look';

/** Widths of Latin letters in thousandths of the size, as Helvetica and the system fonts made after it have them. */
const latin: Readonly<Record<string, number>> = {
	...each(191, "'"),
	...each(222, 'ijl'),
	...each(260, '|'),
	...each(278, ' !,./:;I[]\\ft\u00a0'),
	...each(333, '()-`r“”„'),
	...each(355, '"'),
	...each(389, '*'),
	...each(469, '^'),
	...each(500, 'Jckscvxyz'),
	...each(556, '#$0123456789?L_abdeghnopqu€£¥ß–'),
	...each(584, '+<=>~'),
	...each(611, 'FTZ'),
	...each(667, '&ABEKPSVXY'),
	...each(722, 'CDHNRUw'),
	...each(778, 'GOQ'),
	...each(833, 'Mm'),
	...each(889, '%æ'),
	...each(944, 'W'),
	...each(1000, '—…Æ™'),
	...each(1015, '@'),
};

/** Sensible widths for scripts that every phone writes in a font of its own; the first that fits counts. */
const scripts: readonly (readonly [RegExp, number])[] = [
	[/^(\p{Mark}|\p{Default_Ignorable_Code_Point})/u, 0],
	[/^(\p{Extended_Pictographic}|\p{Regional_Indicator})/u, 1300],
	[
		/^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3fffd}]/u,
		1000,
	],
	[/^[\p{Script=Arabic}\p{Script=Hebrew}]/u, 620],
	[/^[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}]/u, 720],
	[/^[\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}]/u, 950],
	[/^\p{Script=Thai}/u, 640],
	[/^[жшщюыфЖШЩЮЫФМмД]/u, 860],
	[/^\p{Lu}/u, 740],
	[/^[\p{Ll}\p{N}]/u, 600],
];
const unknown = 700;

/** Medium and bold letters are a little wider. */
const widening = (weight: number): number => (weight >= 600 ? 1.08 : weight >= 500 ? 1.04 : 1);

/** How wide a text stands in a type, in dp, in the fonts that phones and browsers have. */
export function textWidth(text: string, type: Type): number {
	let sum = 0;
	for (const character of text) sum += characterWidth(character);
	return (sum * type.size * widening(type.weight)) / 1000;
}

/** The width of what a person sees as one character, which may be many code points. */
export function graphemeWidth(grapheme: string, type: Type): number {
	const isEmoji = /^(\p{Extended_Pictographic}|\p{Regional_Indicator})/u.test(grapheme);
	return isEmoji && grapheme.length > 1 ? 1.3 * type.size : textWidth(grapheme, type);
}

const known = new Map(Object.entries(latin));

function characterWidth(character: string): number {
	const width = known.get(character);
	if (width !== undefined) return width;
	const found = latin[character.normalize('NFD').charAt(0)] ?? byScript(character);
	known.set(character, found);
	return found;
}

function byScript(character: string): number {
	return scripts.find(([pattern]) => pattern.test(character))?.[1] ?? unknown;
}

function each(width: number, characters: string): Record<string, number> {
	return Object.fromEntries([...characters].map((character) => [character, width]));
}
