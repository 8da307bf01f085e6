import { element, type Attributes, type Element } from '../element';
import { iconShapes, type IconName } from '../icons';

/** A place and a size, in dp. */
export interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** The radii of the corners, clockwise from the top left. */
export type Corners = readonly [number, number, number, number];

export const allCorners = (radius: number): Corners => [radius, radius, radius, radius];

/** A box with round corners. */
export function rounded(area: Area, corners: Corners, attributes: Attributes): Element {
	return element('path', { d: roundedPath(area, corners), ...attributes });
}

export function roundedPath({ x, y, width, height }: Area, corners: Corners): string {
	const most = Math.min(width, height) / 2;
	const [a, b, c, d] = corners.map((radius) => short(Math.min(radius, most)));
	const right = short(x + width);
	const bottom = short(y + height);
	return [
		`M${short(x + Number(a))} ${short(y)}`,
		`H${short(right - Number(b))}A${b} ${b} 0 0 1 ${right} ${short(y + Number(b))}`,
		`V${short(bottom - Number(c))}A${c} ${c} 0 0 1 ${short(right - Number(c))} ${bottom}`,
		`H${short(x + Number(d))}A${d} ${d} 0 0 1 ${short(x)} ${short(bottom - Number(d))}`,
		`V${short(y + Number(a))}A${a} ${a} 0 0 1 ${short(x + Number(a))} ${short(y)}Z`,
	].join('');
}

/** A sign of a size, with its top left corner at a place. */
export function iconAt(
	name: IconName,
	x: number,
	y: number,
	size: number,
	paint: Attributes,
): Element {
	const scale = short(size / 24);
	return element(
		'g',
		{
			transform: `translate(${short(x)} ${short(y)}) scale(${scale})`,
			fill: 'none',
			'stroke-width': 2,
			'stroke-linecap': 'round',
			'stroke-linejoin': 'round',
			...paint,
		},
		...iconShapes[name].map((d) => element('path', { d })),
	);
}

/** Hundredths of a dp are as fine as anybody can see. */
export const short = (length: number): number => Math.round(length * 100) / 100;
