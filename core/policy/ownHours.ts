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

/** The hours, or nothing when they make no sense: they would never allow anything. */
export function openingHoursFrom({
	from,
	to,
	days = weekdays,
}: OwnHours): OpeningHours | undefined {
	const isSense = isTime(from) && isTime(to) && minuteOf(from) < minuteOf(to) && days.length > 0;
	if (!isSense) return undefined;
	const week = days.map((day) => [(weekdays.indexOf(day) + 1) % 7, `${from}-${to}`] as const);
	return { week: new Map(week), holidays: [] };
}

function isTime(text: string): text is `${number}:${number}` {
	return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}
