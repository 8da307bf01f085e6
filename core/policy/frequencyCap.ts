import type { Decision } from './decision';

/** At most `max` messages to one person in any period of `periodMs`. */
export interface FrequencyCap {
	/** At least 1. */
	max: number;
	periodMs: number;
}

/**
 * Whether one more message may go to a person at `at`, after those at `times` (milliseconds since 1970,
 * in any order). The period slides: it ends at `at`. Messages that are scheduled for later count as well:
 * with this one, they could be too many in a period that ends then.
 */
export function frequencyCap(times: readonly number[], cap: FrequencyCap, at: number): Decision {
	const counted = countedBy(times, cap, at);
	const blocking = counted[counted.length - cap.max];
	if (blocking === undefined) return { send: true };
	return {
		send: false,
		holdUntil: blocking + cap.periodMs,
		rule: 'frequencyCap',
		why: `This person got ${countWords(counted.length)} within ${periodWords(cap.periodMs)}, and the frequency cap allows ${cap.max}`,
	};
}

/** The times that still matter, in order: the others are past for good. */
export function countedBy(
	times: readonly number[],
	{ periodMs }: Pick<FrequencyCap, 'periodMs'>,
	at: number,
): number[] {
	return times.filter((time) => time > at - periodMs).sort((a, b) => a - b);
}

function countWords(count: number): string {
	return count === 1 ? '1 message' : `${count} messages`;
}

const HOUR = 3_600_000;

function periodWords(periodMs: number): string {
	const hours = Number((periodMs / HOUR).toFixed(2));
	return hours === 1 ? '1 hour' : `${hours} hours`;
}
