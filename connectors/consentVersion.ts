import type { StatedState } from '../core/consent/statement';

/**
 * The number written beside a consent status. It holds the time of the consent and the status itself,
 * so that it only ever grows, and so that a record tells by itself whether somebody changed the status
 * in the CRM: no list of what was written is needed to know our own echo.
 */
export function consentVersion(state: StatedState, since: string): number {
	return Date.parse(since) * STATES + states.lastIndexOf(state);
}

/** What was written with a version; nothing, where it is none. */
export function readVersion(version: unknown): { state: StatedState; at: string } | undefined {
	if (typeof version !== 'number' || !Number.isSafeInteger(version) || version <= 0)
		return undefined;
	const state = states[version % STATES];
	const at = new Date(Math.floor(version / STATES)).toISOString();
	return state && { state, at };
}

/**
 * Of two states at one time, the one further down counts, so that an opt-out stands over everything. The
 * first `optedOut` is only read: it is what versions were written with before.
 */
const states: readonly StatedState[] = ['optedIn', 'optedOut', 'pending', 'optedOut'];

/** A power of two, so that a version stays an exact number. */
const STATES = states.length;
