/**
 * Consent as it was stated. Statements are only ever added; what holds now is computed from all of them
 * (see `consentOf`).
 */

/** What consent is about: a person's phone, the agent that writes, and what it writes for. */
export interface ConsentKey {
	/** E.164 with `+`. */
	phone: string;
	/** Agent or sender id. */
	agent: string;
	/** E.g. `marketing` or `transactional`. */
	purpose: string;
}

export const statedStates = ['optedIn', 'optedOut', 'pending'] as const;
/**
 * `pending`: the person asked for messages and has not confirmed yet (double opt-in); or wrote what may be an
 * opt-out (`proof.possibleOptOut`), and nobody has decided yet.
 */
export type StatedState = (typeof statedStates)[number];

export const consentSources = [
	'keyword',
	'event',
	'form',
	'shop',
	'hubspot',
	'salesforce',
	'import',
	'api',
] as const;
export type ConsentSource = (typeof consentSources)[number];

export interface ConsentStatement {
	/** Stable: the same statement told twice has the same id. */
	id: string;
	key: ConsentKey;
	state: StatedState;
	/** How an opt-in was given: at once, or confirmed by the person. */
	level: 'single' | 'double';
	/** Who says so: the person, or somebody who works with the person's record. */
	origin: 'person' | 'admin';
	source: ConsentSource;
	/** ISO 8601 in UTC, by the clock of the source. */
	occurredAt: string;
	/** ISO 8601 in UTC, by our clock. */
	recordedAt: string;
	proof?: ConsentProof;
}

/** What shows that the person agreed, or did not. */
export interface ConsentProof {
	/** What the person read and agreed to, or wrote. */
	text?: string;
	language?: string;
	messageId?: string;
	url?: string;
	/** Why the text may be an opt-out. Until somebody says what it is, nothing promotional is sent. */
	possibleOptOut?: string;
	/** The admin who entered it. */
	actor?: string;
	/** When the person agreed, where an admin enters it later: ISO 8601 in UTC. */
	consentedAt?: string;
}
