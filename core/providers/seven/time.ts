import { asNumber, asString } from '../../json';
import { parseTime } from '../../message/time';

/** The last second that a date can have. */
const LAST_SECOND = 8.64e12;

/**
 * A time of seven.io, seconds since 1970 or a date, as text that the core reads as a time. `offset` is
 * that of dates without one.
 */
export function timeOf(value: unknown, offset?: string): string | undefined {
	const seconds = asNumber(value);
	if (seconds === undefined) return withOffset(asString(value), offset);
	return Math.abs(seconds) <= LAST_SECOND ? new Date(seconds * 1000).toISOString() : undefined;
}

function withOffset(date: string | undefined, offset: string | undefined): string | undefined {
	const at = parseTime(date ?? '', offset);
	return at === undefined ? date : new Date(at).toISOString();
}

/** The offset that a time ends with, e.g. `+01:00`. */
export function offsetOf(time: unknown): string | undefined {
	return /(?:Z|[+-]\d\d:\d\d)$/.exec(asString(time) ?? '')?.[0];
}
