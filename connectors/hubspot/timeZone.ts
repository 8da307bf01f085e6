import { DAY, wallTime } from '../../core/localTime';

/** The day and the time of day of a moment there: `2030-01-31` and `23:59:59`. */
export function localTime(at: number, timeZone: string): { day: string; time: string } {
	const wall = new Date(wallTime(timeZone, at)).toISOString();
	return { day: wall.slice(0, 10), time: wall.slice(11, 19) };
}

/** How long it is to the next midnight there; an hour off on the days on which the clocks change. */
export function msToMidnight(at: number, timeZone: string): number {
	return DAY - (wallTime(timeZone, at) % DAY);
}
