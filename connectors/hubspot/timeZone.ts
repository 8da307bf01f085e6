const DAY_MS = 86_400_000;

/** Whether a name such as `Europe/London` is one of a time zone. */
export function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
	} catch {
		return false;
	}
}

/** The day and the time of day of a moment there: `2030-01-31` and `23:59:59`. */
export function localTime(at: number, timeZone: string): { day: string; time: string } {
	const parts = Object.fromEntries(
		formatOf(timeZone)
			.formatToParts(at)
			.map(({ type, value }) => [type, value]),
	);
	const { year, month, day, hour, minute, second } = parts;
	return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}:${second}` };
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
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		});
	formats.set(timeZone, format);
	return format;
}

/** How long it is to the next midnight there; an hour off on the days on which the clocks change. */
export function msToMidnight(at: number, timeZone: string): number {
	const { time } = localTime(at, timeZone);
	return DAY_MS - Date.parse(`1970-01-01T${time}Z`);
}
