import type { FailureCause, Funnel } from '../page/shapes';

/** How messages reached people. */
export interface Arrivals {
	/** Over RCS, and over another channel. */
	rcs: number;
	fallback: number;
}

export interface Counts extends Funnel, Arrivals {
	/** Of one campaign: by people who last got a message of it. */
	optedOut: number;
}

/** Parts of 1 with four digits: of the messages that were sent, and the shares of those delivered. */
export interface Rates {
	deliveredRate: number;
	readRate: number;
	clickedRate: number;
	repliedRate: number;
	failedRate: number;
	optedOutRate: number;
	rcsShare: number;
	fallbackShare: number;
}

/** What is told of messages that were sent in a time, under /v1/figures. */
export interface Figure extends Counts, Rates {
	/** Absent: of all together. Null: messages of no campaign. */
	campaign?: string | null;
	/** Absent where campaigns are told apart: an opt-in is of none. */
	optedIn?: number;
	/** Why messages failed over a channel in that time, the most frequent first. */
	causes: FailureCause[];
}
