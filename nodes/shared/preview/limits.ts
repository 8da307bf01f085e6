import { MEGABYTE } from '../n8nDownload';

/** What a preview may download and hold. The sizes of several pictures count as often as they are shown. */
export const pictureLimits = {
	/** Of one message. */
	count: 20,
	seconds: 10,
	atOnce: 5,
	each: 2 * MEGABYTE,
	message: 5 * MEGABYTE,
	run: 20 * MEGABYTE,
};

/** The largest page that an item's JSON holds. */
export const largestPage = MEGABYTE;
