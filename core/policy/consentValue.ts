import type { Consent } from '../consent/consentOf';
import { isObject } from '../json';

type State = Consent['state'];

/** How CRMs, shops and people write what somebody agreed to: in small letters, without what joins words. */
const words: Readonly<Record<State, readonly string[]>> = {
	optedIn: ['optedin', 'optin', 'subscribed', 'granted', 'true', 'yes', '1'],
	optedOut: ['optedout', 'optout', 'unsubscribed', 'denied', 'withdrawn', 'false', 'no', '0'],
	pending: ['pending', 'unconfirmed'],
	none: ['', 'none', 'unknown', 'notset', 'notoptedin'],
};

const stateOf = new Map(
	Object.entries(words).flatMap(([state, list]) =>
		list.map((word) => [word, state as State] as const),
	),
);

/**
 * What a value from outside says of consent: a word, a boolean, or an object with one in `state` or
 * `status`. Nothing filled in is `none`. A word that nobody knows gives nothing: it might mean no.
 */
export function consentState(value: unknown): State | undefined {
	if (value === undefined || value === null) return 'none';
	if (isObject(value)) return wordIn(value['state'] ?? value['status']);
	return wordIn(value);
}

function wordIn(value: unknown): State | undefined {
	if (!['string', 'number', 'boolean'].includes(typeof value)) return undefined;
	return stateOf.get(
		String(value)
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]/gu, ''),
	);
}
