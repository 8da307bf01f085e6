/** Time, given by the caller: the core has no clock of its own. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	wait(ms: number): Promise<void>;
}
