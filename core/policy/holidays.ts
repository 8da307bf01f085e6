import { DAY, type WallTime } from '../localTime';

/** The days of a year on which it is kept: midnights in wall time. */
export type Holiday = (year: number) => readonly WallTime[];

type Shift = (day: WallTime) => readonly WallTime[];

/** A date such as `05-01`, each year. */
export function fixed(date: `${number}-${number}`, shift: Shift = (day) => [day]): Holiday {
	return (year) => shift(Date.parse(`${year}-${date}T00:00Z`));
}

/** Days after Easter Sunday of the Western churches; negative for days before. */
export function easter(days: number): Holiday {
	return (year) => [easterSunday(year) + days * DAY];
}

/** The `nth` weekday (0 is Sunday) of a month (1 to 12); -1 is its last. */
export function nthWeekday(nth: number, weekday: number, month: number): Holiday {
	return (year) => {
		const start = Date.UTC(year, nth > 0 ? month - 1 : month, 1);
		const first = start + ((weekday - weekdayOf(start) + 7) % 7) * DAY;
		return [first + (nth > 0 ? nth - 1 : nth) * 7 * DAY];
	};
}

/** Kept on the next Monday, unless it is one: Colombia's rule. */
export const onMonday: Shift = (day) => [day + ((8 - weekdayOf(day)) % 7) * DAY];

/** The Monday after is free as well when it falls on a Sunday: South Africa's rule. */
export const sundayAndMonday: Shift = (day) => (weekdayOf(day) === 0 ? [day, day + DAY] : [day]);

/** The nearest weekday is free as well when it falls on a weekend: the rule of the United States. */
export const nearestWeekday: Shift = (day) =>
	weekdayOf(day) === 6 ? [day - DAY, day] : sundayAndMonday(day);

/** Whether a day, as its midnight in wall time, is one of the holidays. */
export function isHoliday(holidays: readonly Holiday[], day: WallTime): boolean {
	const year = new Date(day).getUTCFullYear();
	// New Year's Day of the next year may be kept on the last day of this one.
	return holidays.some((holiday) => [...holiday(year), ...holiday(year + 1)].includes(day));
}

/** 0 is Sunday. */
export function weekdayOf(day: WallTime): number {
	return new Date(day).getUTCDay();
}

/** After J. Meeus, Astronomical Algorithms, chapter 8. */
function easterSunday(year: number): WallTime {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const f = Math.floor((b + 8) / 25);
	const g = Math.floor((b - f + 1) / 3);
	const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const n = h + l - 7 * m + 114;
	return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}
