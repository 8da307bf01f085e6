/** What is known about reaching one number over RCS. */
export interface CapabilityResult {
	/** E.164 with `+`. */
	to: string;
	reachable: 'yes' | 'no' | 'unknown';
	/** Why it is no or unknown, in words of ours. */
	reason?: string;
	/** Undefined: the provider does not tell. An empty list: the device has none. */
	features?: readonly string[];
	/** Whether asking again later may give another answer. */
	retryable?: boolean;
	/** The provider's own code. */
	code?: string;
	/** ISO 8601 in UTC. */
	checkedAt: string;
}
