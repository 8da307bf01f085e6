import type { IWebhookFunctions } from 'n8n-workflow';
import type { RcsEvent } from '../../core/event/types';
import type { HandedOn } from './handOn';
import { SeenEvents } from './seenEvents';

/** Events that started a workflow. */
const started = new SeenEvents();

/**
 * Events the provider was asked to send again because the service gave no answer: it may have taken them all the
 * same, and then they are known to it although they started nothing.
 */
const inDoubt = new SeenEvents();

/** Events without those that started the workflow before. In a test, the same event may be sent again and again. */
export function withoutDuplicates(
	context: IWebhookFunctions,
	events: readonly RcsEvent[],
	handedOn: HandedOn | undefined,
	now: Date,
): readonly RcsEvent[] {
	if (context.getMode() === 'manual') return events;
	return events.filter((event) => {
		const key = keyOf(context, event);
		const isKnown = handedOn?.ok === true && handedOn.known.has(event);
		const wasInDoubt = inDoubt.forget(key);
		return (!isKnown || wasInDoubt) && started.isNew(key, now.getTime());
	});
}

/** Has events start the workflow when they come again, whatever the service says of them then. */
export function doubt(context: IWebhookFunctions, events: readonly RcsEvent[], now: Date): void {
	for (const event of events) inDoubt.add(keyOf(context, event), now.getTime());
}

/** Every trigger counts for itself. */
function keyOf(context: IWebhookFunctions, { eventId }: RcsEvent): string {
	return `${context.getWorkflow().id ?? ''} ${context.getNode().id} ${eventId}`;
}
