import { type Weekday, weekdays } from '../message/types';
import { minuteOf, type OpeningHours } from './openingHours';

/** The hours a sender keeps to, in the local time of each person. */
export interface OwnHours {
	/** `HH:mm` */
	from: string;
	/** `HH:mm`, up to `24:00`; on the same day as `from`. */
	to: string;
	/** Every day without it. */
	days?: readonly Weekday[];
	/** Instead of the hours of the country. Without it, both have to allow a message. */
	replace?: boolean;
}

/** What of the hours makes no sense, and what it must be: with it, they would never allow anything. */
export interface WrongHours {
	field: 'from' | 'to' | 'days';
	message: string;
}

export function wrongHours({ from, to, days = weekdays }: OwnHours): WrongHours | undefined {
	if (!isTime(from)) return { field: 'from', message: 'must be a time, such as 09:00' };
	if (!isTime(to)) return { field: 'to', message: 'must be a time, such as 20:00' };
	if (minuteOf(from) >= minuteOf(to)) return { field: 'from', message: ORDER };
	return days.length > 0 ? undefined : { field: 'days', message: 'must have at least one day' };
}

const ORDER =
	'must be before "to", on the same day: these are the hours in which messages may go out';

/** The hours, or nothing when they make no sense. */
export function openingHoursFrom(own: OwnHours): OpeningHours | undefined {
	const { from, to, days = weekdays } = own;
	if (!isTime(from) || !isTime(to) || wrongHours(own)) return undefined;
	const week = days.map((day) => [(weekdays.indexOf(day) + 1) % 7, `${from}-${to}`] as const);
	return { week: new Map(week), holidays: [] };
}

function isTime(text: string): text is `${number}:${number}` {
	return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}
