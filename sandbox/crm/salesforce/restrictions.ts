import { refuse, type TokenError } from './tokenError';

/** What an admin takes away from the integration. */
export interface Restrictions {
	/** Its app gets no tokens any longer, and those it has are no good. */
	revoked: boolean;
	/** The org has no API. */
	apiDisabled: boolean;
	/** Fields it does not see, as `Contact.RCS_Consent_Status__c`. */
	hiddenFields: readonly string[];
	/** Objects it may read and not write, or not see at all. */
	readOnlyObjects: readonly string[];
	hiddenObjects: readonly string[];
}

export interface RestrictionStore {
	get(): Readonly<Restrictions>;
	change(changes: Partial<Restrictions>): void;
	reset(): void;
}

const none: Restrictions = {
	revoked: false,
	apiDisabled: false,
	hiddenFields: [],
	readOnlyObjects: [],
	hiddenObjects: [],
};

export function createRestrictions(): RestrictionStore {
	let restrictions = none;
	return {
		get: () => restrictions,
		change: (changes) => void (restrictions = { ...restrictions, ...changes }),
		reset: () => void (restrictions = none),
	};
}

/** Why an app whose access was taken back gets no token, by the way in which it asks. */
export const revokedGrant = (grant: string): TokenError =>
	refuse('invalid_grant', revokedWords[grant] ?? "user hasn't approved this consumer");

const revokedWords: Readonly<Record<string, string>> = {
	refresh_token: 'expired access/refresh token',
	client_credentials: 'no client credentials user enabled',
};
