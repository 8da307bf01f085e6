/** The clock on a wall somewhere, written as milliseconds since 1970 as if that place kept UTC. */
export type WallTime = number;

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Whether a name such as `Europe/London` is one of a time zone. */
export function isTimeZone(name: string): boolean {
	try {
		formatOf(name);
		return true;
	} catch {
		return false;
	}
}

/** What the clocks show in a time zone at a moment. */
export function wallTime(timeZone: string, at: number): WallTime {
	return at + ahead(timeZone, quarterOf(at));
}

/**
 * The moment at which the clocks show `wall`, at most a day after `at`. Where they change before that,
 * the moment of the change instead: from there on, everything has to be looked at anew.
 */
export function momentOf(wall: WallTime, timeZone: string, at: number): number {
	const now = ahead(timeZone, quarterOf(at));
	const moment = wall - now;
	if (ahead(timeZone, quarterOf(moment)) === now) return moment;
	let [before, changed] = [quarterOf(at), quarterOf(moment)];
	while (changed - before > 1) {
		const middle = Math.floor((before + changed) / 2);
		if (ahead(timeZone, middle) === now) before = middle;
		else changed = middle;
	}
	return changed * QUARTER;
}

/** Clocks change at full quarters of an hour, of UTC as well. */
const QUARTER = 15 * MINUTE;

function quarterOf(at: number): number {
	return Math.floor(at / QUARTER);
}

const known = new Map<string, number>();
const MAX_KNOWN = 10_000;

/** How far the clocks are ahead of UTC in a quarter of an hour. Most messages ask for the same few. */
function ahead(timeZone: string, quarter: number): number {
	const key = `${timeZone} ${quarter}`;
	const remembered = known.get(key);
	if (remembered !== undefined) return remembered;
	if (known.size >= MAX_KNOWN) known.clear();
	const found = readAhead(timeZone, quarter * QUARTER);
	known.set(key, found);
	return found;
}

function readAhead(timeZone: string, at: number): number {
	const part = Object.fromEntries(
		formatOf(timeZone)
			.formatToParts(at)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
	return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than everything else about a time. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
	const format =
		formats.get(timeZone) ??
		new Intl.DateTimeFormat('en', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	formats.set(timeZone, format);
	return format;
}
