import { asNumber, asString } from '../../json';

/** The last second that a date can have. */
const LAST_SECOND = 8.64e12;

/** A time of seven.io, seconds since 1970 or a date, as text that the core reads as a time. */
export function timeOf(value: unknown): string | undefined {
	const seconds = asNumber(value);
	if (seconds === undefined) return asString(value);
	return Math.abs(seconds) <= LAST_SECOND ? new Date(seconds * 1000).toISOString() : undefined;
}
