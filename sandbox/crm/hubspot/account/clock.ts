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

/** The calendar day of a moment in a time zone, e.g. `2026-11-21`. */
export function dayIn(timeZone: string, moment: number): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment);
}
