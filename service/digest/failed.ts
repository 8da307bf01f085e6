import type { LegState } from '../../core/event/messageState';

/** States of what did not reach the person: of one channel, or of a message over all of them. */
export const failedStates: readonly LegState[] = ['failed', 'expired', 'revoked'];

/** The same of rows of rcs.messages: a message that reached the person over no channel. */
export const HAS_FAILED = `state in (${failedStates.map((state) => `'${state}'`).join(', ')})`;
