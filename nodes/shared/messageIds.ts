import type { RcsEvent } from '../../core/event/types';

/** What the message that an event is about is called: by us, and by the provider. */
export function messageIdsOf({
	messageId,
	providerMessageId,
}: Pick<RcsEvent, 'messageId' | 'providerMessageId'>): string[] {
	return [...new Set([messageId, providerMessageId])].filter((id) => id !== undefined);
}
