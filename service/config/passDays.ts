/**
 * Days that the gate remembers what it let through: caps look back no further, and it is asked for no time that is
 * further ahead.
 */
export const PASS_DAYS = 400;
