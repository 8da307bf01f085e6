import { fillNames } from './fill';

/** The text, or its beginning with `…`: `most` code points at most. */
export function cut(text: string, most: number): string {
	const signs = [...text];
	return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}

/**
 * The parts one after another, in `most` code points; what has no place is counted in the words of `more`
 * (`and {more} more`). The first is always there, cut where it must be.
 */
export function listed(
	parts: readonly string[],
	{ separator, most, more }: { separator: string; most: number; more: string },
): string {
	const all = parts.join(separator);
	if ([...all].length <= most) return all;
	const room = most - [...separator, ...fillNames(more, { more: parts.length })].length;
	let text = cut(parts[0] ?? '', room);
	let shown = 1;
	for (const part of parts.slice(1)) {
		const longer = `${text}${separator}${part}`;
		if ([...longer].length > room) break;
		text = longer;
		shown += 1;
	}
	const left = parts.length - shown;
	return left === 0 ? text : `${text}${separator}${fillNames(more, { more: left })}`;
}
