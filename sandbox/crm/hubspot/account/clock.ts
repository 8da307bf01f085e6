/** The time of the account, which tests move on instead of waiting. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	iso(): string;
	advance(ms: number): void;
	reset(): void;
}

export function createClock(): Clock {
	let ahead = 0;
	const now = (): number => Date.now() + ahead;
	return {
		now,
		iso: () => new Date(now()).toISOString(),
		advance: (ms) => void (ahead += ms),
		reset: () => void (ahead = 0),
	};
}

/** How long it is to the next calendar day in a time zone, also where clocks are changed on this one. */
export function msToNextDay(timeZone: string, moment: number): number {
	const today = dayIn(timeZone, moment);
	let [before, after] = [0, LONGEST_DAY_MS];
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (dayIn(timeZone, moment + middle) === today) before = middle;
		else after = middle;
	}
	return after;
}

const LONGEST_DAY_MS = 26 * 3_600_000;

/** The calendar day of a moment in a time zone, e.g. `2026-11-21`. */
export function dayIn(timeZone: string, moment: number): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment);
}
