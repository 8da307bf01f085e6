const TIME = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/**
 * Milliseconds since 1970 of an ISO 8601 time with an offset (`+02:00`, `+0200`, `Z`), or undefined
 * when it is none, names a day no calendar has, or is before the year 2000: systems write 0001 and 1970 for a time
 * they do not know. `offset` stands in for one that is not given.
 */
export function parseTime(text: string, offset?: string): number | undefined {
	const [, year, month, day, clock, given] = TIME.exec(text.trim()) ?? [];
	const zone = given
		?.toUpperCase()
		.replace(/^([+-]\d\d):?(\d\d)?$/, (_, h, m = '00') => `${h}:${m}`);
	const date = `${year}-${month}-${day}`;
	const at = Date.parse(`${date}T${clock}${zone ?? offset ?? '?'}`);
	if (Number.isNaN(at) || !isDay(date) || Number(year) < 2000) return undefined;
	return at;
}

/** JavaScript reads 30 February as 1 or 2 March. */
function isDay(date: string): boolean {
	return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

/** When a message goes out (ms): when it is scheduled, but never before now. */
export function sendingTime(scheduledAt: string | undefined, now: Date): number {
	return Math.max(parseTime(scheduledAt ?? '') ?? 0, now.getTime());
}
