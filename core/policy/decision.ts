/** A message that may go out, only not yet. */
export interface Hold {
	send: false;
	/** The first moment at which it may be sent: milliseconds since 1970. */
	holdUntil: number;
	/** Which policy holds it. */
	rule: 'quietHours' | 'frequencyCap';
	/** What happened, in one sentence. */
	why: string;
}

/** A message that may not go out, and will not by waiting. */
export interface Refusal<Rule extends string> {
	send: false;
	/** What refuses it. */
	rule: Rule;
	/** What happened, in one sentence. */
	why: string;
	/** What a person can do about it. */
	advice: string;
}

/** What a policy says of one message. */
export type Decision = { send: true } | Hold;
