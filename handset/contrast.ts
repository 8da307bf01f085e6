type Rgb = readonly [number, number, number];

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];
const readable = 4.5;

/** The contrast of two colours (`#rrggbb`) from 1 to 21, as WCAG 2.2 counts it. */
export function contrast(one: string, other: string): number {
	return ratio(toRgb(one), toRgb(other));
}

/** Black or white: whichever is easier to read on a colour. */
export function inkOn(color: string): string {
	const surface = toRgb(color);
	return ratio(surface, white) >= ratio(surface, black) ? '#ffffff' : '#000000';
}

/**
 * A colour that can be read on all of the surfaces: the colour itself where it can, else the closest on
 * its way to black or white. What is no `#rrggbb` counts as black.
 */
export function readableOn(color: string, surfaces: readonly string[]): string {
	const start = toRgb(color);
	const end = toRgb(inkOn(surfaces[0] ?? '#ffffff'));
	const grounds = surfaces.map(toRgb);
	const steps = Array.from({ length: 21 }, (_, i) => mix(start, end, i / 20));
	const found = steps.find((step) => grounds.every((ground) => ratio(step, ground) >= readable));
	return toHex(found ?? end);
}

function toRgb(color: string): Rgb {
	const [, r, g, b] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(color) ?? [];
	return [hex(r), hex(g), hex(b)];
}

const hex = (pair: string | undefined): number => Number.parseInt(pair ?? '0', 16);

const toHex = (color: Rgb): string =>
	`#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

const mix = (one: Rgb, other: Rgb, share: number): Rgb => [
	one[0] + (other[0] - one[0]) * share,
	one[1] + (other[1] - one[1]) * share,
	one[2] + (other[2] - one[2]) * share,
];

function ratio(one: Rgb, other: Rgb): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

function luminance([r, g, b]: Rgb): number {
	return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function linear(part: number): number {
	const share = part / 255;
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
