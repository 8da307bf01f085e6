import type { Clock } from '../../../core/clock';

/** A clock that stands until it is set. */
export interface FixedClock extends Clock {
	set(time: string): void;
}

export function fixedClock(time: string): FixedClock {
	let now = Date.parse(time);
	return {
		now: () => now,
		wait: () => Promise.resolve(),
		set: (later) => {
			now = Date.parse(later);
		},
	};
}
