import type { HoursRule, Span } from './countries/types';
import { type Holiday, isHoliday, weekdayOf } from './holidays';
import { DAY, MINUTE, momentOf, wallTime, type WallTime } from '../localTime';

/** When messages may go out, by the clocks of one place. */
export interface OpeningHours {
	/** By weekday: 0 is Sunday. A day without hours is closed. */
	week: ReadonlyMap<number, Span>;
	/** Closed, whatever the weekday. */
	holidays: readonly Holiday[];
}

/** Opening hours and the time zone whose clocks they go by. */
export interface Opening {
	hours: OpeningHours;
	timeZone: string;
}

export function openingHoursOf(rule: HoursRule): OpeningHours {
	const { sunday, weekdays, saturday, holidays = [] } = rule;
	const spans = [sunday, weekdays, weekdays, weekdays, weekdays, weekdays, saturday];
	const week = spans.flatMap((span, day) => (span === undefined ? [] : [[day, span] as const]));
	return { week: new Map(week), holidays };
}

/** Longer than any hours stay closed: a Monday that is a holiday, and the next one too, are three weeks. */
const HORIZON = 60 * DAY;

/** The first moment from `at` on at which all are open, or nothing when that never comes. */
export function firstOpen(openings: readonly Opening[], at: number): number | undefined {
	let moment = at;
	while (moment < at + HORIZON) {
		const next = Math.max(...openings.map((one) => notBefore(one, moment)));
		if (next === moment) return moment;
		moment = next;
	}
	return undefined;
}

export function isOpen(opening: Opening, at: number): boolean {
	return notBefore(opening, at) === at;
}

/** A moment from `at` on before which it is certainly closed: `at` itself when it is open. */
function notBefore({ hours, timeZone }: Opening, at: number): number {
	const now = wallTime(timeZone, at);
	const day = midnight(now);
	const [from, to] = opensOn(hours, day);
	if (now >= from && now < to) return at;
	return momentOf(now < from ? from : day + DAY, timeZone, at);
}

/** From when to before when it is open on a day; the next midnight twice when it is closed all day. */
function opensOn({ week, holidays }: OpeningHours, day: WallTime): [from: WallTime, to: WallTime] {
	const span = week.get(weekdayOf(day));
	if (span === undefined || isHoliday(holidays, day)) return [day + DAY, day + DAY];
	const [from, to] = minutesOf(span);
	return [day + from * MINUTE, day + to * MINUTE];
}

export function midnight(now: WallTime): WallTime {
	return Math.floor(now / DAY) * DAY;
}

function minutesOf(span: Span): [from: number, to: number] {
	const [from = '', to = ''] = span.split('-');
	return [minuteOf(from), minuteOf(to)];
}

/** Minutes since midnight of a time such as `09:30`; `24:00` is the end of a day. */
export function minuteOf(time: string): number {
	const [hours, minutes] = time.split(':');
	return Number(hours) * 60 + Number(minutes);
}
