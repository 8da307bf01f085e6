import type { RcsEvent } from '../../core/event/types';
import type { ReplyFate } from './replyParts';

const MOST = 10_000;

/** What became of the latest events, or is being found out: the oldest first. */
const fates = new Map<string, Promise<ReplyFate>>();

/**
 * Several triggers of a process may hear of the same event. One of them hands it over, and it has the same fate for
 * all: else the others would find the execution gone on, and take the answer for a late one.
 */
export async function sharedFate(
	{ provider, eventId }: RcsEvent,
	find: () => Promise<ReplyFate>,
): Promise<ReplyFate> {
	const key = `${provider} ${eventId}`;
	const known = fates.get(key);
	if (known) return known;
	const found = find();
	fates.set(key, found);
	const [oldest] = fates.keys();
	if (fates.size > MOST && oldest !== undefined) fates.delete(oldest);
	let isKept = false;
	try {
		const fate = await found;
		isKept = fate !== 'again';
		return fate;
	} finally {
		if (!isKept) fates.delete(key);
	}
}
