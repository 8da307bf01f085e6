import type { DeliveryTimeWindow } from './types';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const dayNames = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** The first moment from `moment` on at which the window is open; windows are in UTC. */
export function nextOpening(window: DeliveryTimeWindow, moment: Date): Date {
	const minutes = (
		time: { hour: number; minute: number } | undefined,
		otherwise: number,
	): number => (time ? time.hour * 60 + time.minute : otherwise);
	const opens = minutes(window.from, 0) * MINUTE_MS;
	const closes = minutes(window.to, 1440) * MINUTE_MS;
	const midnight = Math.floor(moment.getTime() / DAY_MS) * DAY_MS;
	for (let day = 0; day <= 7; day += 1) {
		const start = midnight + day * DAY_MS;
		const name = dayNames[new Date(start).getUTCDay()] ?? '';
		const open = Math.max(start + opens, moment.getTime());
		if (window.days.includes(name) && open < start + closes) return new Date(open);
	}
	return moment;
}
