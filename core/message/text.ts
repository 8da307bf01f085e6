/** Length in code points: what providers count, so an emoji of one code point is one. */
export function codePoints(text: string): number {
	return [...text].length;
}

/** The first `limit` code points, ending in an ellipsis when something was cut. */
export function cut(text: string, limit: number): string {
	const points = [...text];
	if (points.length <= limit) return text;
	return `${points
		.slice(0, Math.max(0, limit - 1))
		.join('')
		.trimEnd()}…`;
}

/** The same for those that count UTF-16 code units, where an emoji of one code point is two. */
export function cutUnits(text: string, limit: number): string {
	if (text.length <= limit) return text;
	let kept = '';
	for (const point of text) {
		if (kept.length + point.length >= limit) break;
		kept += point;
	}
	return `${kept.trimEnd()}…`;
}
