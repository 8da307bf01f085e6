import type { IWebhookFunctions } from 'n8n-workflow';
import type { RcsEvent } from '../../core/event/types';
import type { HandedOn } from './handOn';
import { SeenEvents } from './seenEvents';

/** Events that started a workflow, or are about to. */
const started = new SeenEvents();

/** Of those, the ones that are about to: their provider has no answer yet. */
const atWork = new Set<string>();

/**
 * Events the provider was asked to send again, because the service gave no answer or this trigger failed: the
 * service may take them for events that are handled, although they started nothing.
 */
const inDoubt = new SeenEvents();

/** What is to be done with the events of a webhook. */
export interface Sorted {
	/** They start the workflow. */
	fresh: readonly RcsEvent[];
	/** Some are being handled by somebody who may yet fail: they have to come again. */
	waits: boolean;
}

/** Tells events that started the workflow before from new ones. In a test, all are new. */
export function sortOut(
	context: IWebhookFunctions,
	events: readonly RcsEvent[],
	handedOn: HandedOn | undefined,
	now: Date,
): Sorted {
	if (context.getMode() === 'manual') return { fresh: events, waits: false };
	const fates = events.map((event) => fateOf(keyOf(context, event), event, handedOn, now));
	return {
		fresh: events.filter((_, i) => fates[i] === 'fresh'),
		waits: fates.includes('waits'),
	};
}

function fateOf(
	key: string,
	event: RcsEvent,
	handedOn: HandedOn | undefined,
	now: Date,
): 'fresh' | 'waits' | 'done' {
	const told = handedOn?.ok ? handedOn : undefined;
	if (told?.known.has(event)) return 'done';
	const isElsewhere = told?.underWay.has(event) === true && !inDoubt.forget(key);
	if (atWork.has(key) || (isElsewhere && !started.has(key))) return 'waits';
	return started.isNew(key, now.getTime()) ? 'fresh' : 'done';
}

/** Does what leads to the start of the workflow. If it fails, the events start it when they come again. */
export async function aboutToStart<T>(
	context: IWebhookFunctions,
	events: readonly RcsEvent[],
	now: Date,
	work: () => Promise<T>,
): Promise<T> {
	const keys = events.map((event) => keyOf(context, event));
	for (const key of keys) atWork.add(key);
	let isDone = false;
	try {
		const result = await work();
		isDone = true;
		return result;
	} finally {
		for (const key of keys) {
			atWork.delete(key);
			if (!isDone) started.forget(key);
		}
		if (!isDone) doubt(context, events, now);
	}
}

/** Which of the events the service is still to hear of that they started the workflow. */
export function toNote(
	context: IWebhookFunctions,
	events: readonly RcsEvent[],
	handedOn: HandedOn | undefined,
): readonly RcsEvent[] {
	if (!handedOn?.ok || context.getMode() === 'manual') return [];
	return events.filter((event) => !handedOn.known.has(event) && started.has(keyOf(context, event)));
}

/** Has events start the workflow when they come again, whatever the service says of them then. */
export function doubt(context: IWebhookFunctions, events: readonly RcsEvent[], now: Date): void {
	for (const event of events) inDoubt.add(keyOf(context, event), now.getTime());
}

/** Forgets that events came: the provider is asked to send them again. */
export function forget(context: IWebhookFunctions, events: readonly RcsEvent[], now: Date): void {
	for (const event of events) started.forget(keyOf(context, event));
	doubt(context, events, now);
}

/** Every trigger counts for itself. */
function keyOf(context: IWebhookFunctions, { eventId }: RcsEvent): string {
	return `${context.getWorkflow().id ?? ''} ${context.getNode().id} ${eventId}`;
}
