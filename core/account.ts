/** What an account at a provider holds besides messages and templates. */

/** An agent (Infobip: sender) that messages can come from. */
export interface AgentInfo {
	/** What `from` of a message names it by. */
	id: string;
	name?: string;
	/** In the provider's own words, e.g. `launched`. */
	status?: string;
	/** Where it may be used, country by country and carrier by carrier. */
	launches?: { country?: string; carrier?: string; status: string; reason?: string }[];
	/** The provider's own object. */
	raw: unknown;
}

/** A phone number that may receive messages of an agent that is not launched yet. */
export interface TestNumber {
	/** E.164 with `+`. */
	number: string;
	/** In the provider's own words, e.g. `PENDING`. */
	status?: string;
	/** Whether it stands for this agent where several agents share a number. */
	primary?: boolean;
	/** The provider's own object. */
	raw: unknown;
}

export const optInStates = ['optedIn', 'optedOut', 'unknown'] as const;
export type OptInState = (typeof optInStates)[number];

/** A person in the address book of a provider. */
export interface Contact extends ContactChange {
	/** What `update` and `remove` name it by. */
	id: string;
	/** ISO 8601 in UTC. */
	updatedAt?: string;
	/** The provider's own object. */
	raw: unknown;
}

export interface ContactChange {
	/** E.164 with `+`. */
	phone: string;
	optIn?: OptInState;
	tags?: readonly string[];
	attributes?: Readonly<Record<string, string>>;
}
