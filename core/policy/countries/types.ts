import type { Holiday } from '../holidays';

/** Local time, from the first to before the second, e.g. `08:00-20:00`. */
export type Span = `${number}:${number}-${number}:${number}`;

/** How sure it is that the hours bind a sender of marketing messages. Never legal advice. */
export type Certainty = 'law' | 'industry code' | 'common practice';

/** When marketing messages may go out in a country or a state. A day without hours is closed. */
export interface HoursRule {
	/** ISO 3166-1 alpha-2, or 3166-2 for a state: `FR`, `US-FL`. */
	region: string;
	name: string;
	weekdays: Span;
	saturday?: Span;
	sunday?: Span;
	/** Closed, whatever the weekday. */
	holidays?: readonly Holiday[];
	certainty: Certainty;
	/** Where it is written; without one, the hours are what many senders keep to. */
	source?: { name: string; url: string };
	note?: string;
}

/** The same hours from Monday to Sunday. */
export function daily(span: Span): Pick<HoursRule, 'weekdays' | 'saturday' | 'sunday'> {
	return { weekdays: span, saturday: span, sunday: span };
}

/** The same hours from Monday to Saturday, and none on Sunday. */
export function notSunday(span: Span): Pick<HoursRule, 'weekdays' | 'saturday'> {
	return { weekdays: span, saturday: span };
}
