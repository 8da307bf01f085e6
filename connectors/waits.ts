/** How long to wait after a connection that ended without an answer. */
export const LOST_MS = 1000;

/** Nobody waits any longer than this: what a CRM wants later than that is left for another run. */
export const MOST_WAIT_MS = 5 * 60_000;
