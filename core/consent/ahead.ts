/** Clocks of others may be ahead of ours by so much. */
const SKEW_MS = 5 * 60_000;

/** Whether a time lies too far behind the one at which it was told to be true. Both are ISO 8601. */
export function isAhead(time: string, toldAt: string): boolean {
	return Date.parse(time) > Date.parse(toldAt) + SKEW_MS;
}
