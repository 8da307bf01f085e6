import { statedStates, type StatedState } from '../core/consent/statement';

/**
 * The number written beside a consent status. It holds the time of the consent and the status itself,
 * so that it only ever grows, and so that a record tells by itself whether somebody changed the status
 * in the CRM: no list of what was written is needed to know our own echo.
 */
export function consentVersion(state: StatedState, since: string): number {
	return Date.parse(since) * STATES + statedStates.indexOf(state);
}

/** The status that was written with a version. */
export function stateOfVersion(version: number): StatedState | undefined {
	return statedStates[version % STATES];
}

/** Room for the states there are, and a power of two, so that a version stays an exact number. */
const STATES = 4;
