import type { IWebhookFunctions } from 'n8n-workflow';
import type { RcsEvent } from '../../core/event/types';
import { isFailure } from '../shared/failures';
import { messageIdsOf } from '../shared/messageIds';
import { waitMemory } from '../shared/waitMemory';
import type { Waits, Written } from '../shared/waits';
import { handOver } from './replyHandOver';
import { byOf, type ReplyFate, sent, whoIn } from './replyParts';

/** What did not arrive, where an event tells of that. */
export function undeliveredIn(event: RcsEvent): Written | undefined {
	const who = isFailure(event) ? whoIn(event) : undefined;
	const messageIds = messageIdsOf(event);
	return who && messageIds.length > 0 ? { ...who, messageIds } : undefined;
}

/**
 * Tells the node that waits that its question did not arrive; the node knows whether another channel follows. The event
 * itself is for the workflow.
 */
export async function endUndelivered(
	context: IWebhookFunctions,
	waits: Waits,
	event: RcsEvent,
	undelivered: Written,
): Promise<ReplyFate> {
	// Before anybody is asked: a message may fail before its node has said that it asks.
	waitMemory.noteFailure(event);
	const claim = await waits.claim(undelivered);
	if (claim.outcome !== 'claimed') return 'ordinary';
	const handed = await handOver(context, claim.path, sent('notDelivered', event));
	const isHeard = handed === 'resumed' || handed === 'closed' || handed === 'refused';
	await waits.settle(claim.wait, byOf(event), isHeard ? 'answered' : 'open');
	return isHeard || handed === 'noAnswer' ? 'ordinary' : 'again';
}
