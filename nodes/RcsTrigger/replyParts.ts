import type { RcsEvent } from '../../core/event/types';
import { defined } from '../../core/json';
import type { ReplySent } from '../shared/replySent';
import type { By, Written } from '../shared/waits';

/** What became of an event that may be an answer to a node that waits. */
export type ReplyFate =
	/** It is none: the workflow may start on it. */
	| 'ordinary'
	/** A node went on with it, or it came too late for one. */
	| 'taken'
	/** A node went on with it, and somebody has to read whether it is an opt-out as well. */
	| 'read'
	/** It came too late for a node, and the person was told; nobody else would read it. */
	| 'late'
	/** n8n gave no answer, or does not wait yet: the provider has to tell it again. */
	| 'again';

/** Whom an event is of, as questions know people. */
export function whoIn({ provider, user, agent, eventId }: RcsEvent): Written | undefined {
	return user === undefined
		? undefined
		: { provider, phone: user, eventId, ...(agent ? { agent } : {}) };
}

export function byOf({ eventId, user, agent }: RcsEvent): By {
	return { eventId, ...defined({ phone: user, agent }) };
}

/** What a text had to do with a question of Send and Wait, where the workflow starts on it nevertheless. */
export type AboutQuestion = 'answered' | 'late';

/** What is handed to the node that waits. */
export function sent(
	by: ReplySent['by'],
	{ raw: _, ...event }: RcsEvent,
	choice?: number,
): ReplySent {
	return { by, event: { ...event }, ...(choice === undefined ? {} : { choice }) };
}
