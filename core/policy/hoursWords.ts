import { weekdays } from '../message/types';
import { isHoliday, weekdayOf } from './holidays';
import { wallTime } from '../localTime';
import { midnight, type Opening } from './openingHours';

/** Says why hours are closed at a moment, e.g. `It is Sunday 10:00 (Europe/Paris), and the hours for France allow 08:00-22:00 from Monday to Saturday`. */
export function closedWords(whose: string, { hours, timeZone }: Opening, at: number): string {
	const now = wallTime(timeZone, at);
	const time = new Date(now).toISOString().slice(11, 16);
	const holiday = isHoliday(hours.holidays, midnight(now)) ? ', a public holiday' : '';
	return `It is ${dayName(weekdayOf(now))} ${time}${holiday} (${timeZone}), and ${whose} allow ${weekWords(hours.week)}`;
}

/** The hours of a week, e.g. `08:00-20:00 from Monday to Friday, 09:00-13:00 on Saturday`. */
function weekWords(week: ReadonlyMap<number, string>): string {
	const runs: { span: string; first: number; last: number }[] = [];
	for (const [index] of weekdays.entries()) {
		const day = (index + 1) % 7;
		const span = week.get(day);
		const run = runs.at(-1);
		if (span === undefined) continue;
		if (run && run.span === span && (run.last + 1) % 7 === day) run.last = day;
		else runs.push({ span, first: day, last: day });
	}
	return runs.map(({ span, first, last }) => `${span} ${daysWords(first, last)}`).join(', ');
}

function daysWords(first: number, last: number): string {
	if (first === last) return `on ${dayName(first)}`;
	return first === 1 && last === 0 ? 'every day' : `from ${dayName(first)} to ${dayName(last)}`;
}

/** 0 is Sunday. */
function dayName(day: number): string {
	const name = weekdays[(day + 6) % 7] ?? '';
	return name.charAt(0).toUpperCase() + name.slice(1);
}
