import { messageState, tellsState } from '../core/event/messageState';
import type { RcsEvent } from '../core/event/types';
import { defined } from '../core/json';
import type { EventChange, MessageChange, RecordRef } from './changes';
import { isKept } from './contactWrites';

/** The record the history of each phone goes to; phones that are not in it have none. */
export type RecordOf = ReadonlyMap<string, RecordRef>;

/**
 * One row a message, with the state it is in after all of these events. Ids are unique at their provider
 * only, and one that sends to several phones at once may give all of them the same: each is a message.
 */
export function messageChanges(events: readonly RcsEvent[], recordOf: RecordOf): MessageChange[] {
	return eventsByMessage(events).flatMap(({ phone, provider, messageId, events: own }) => {
		const message = messageState(own);
		if (!message || !recordOf.has(phone)) return [];
		const names = {
			campaigns: namesIn(own.map(({ campaignId }) => campaignId)),
			agents: namesIn(own.map(({ agent }) => agent)),
		};
		return [{ phone, provider, messageId, message, ...names, ...recordRef(recordOf.get(phone)) }];
	});
}

interface EventsOfMessage {
	phone: string;
	provider: string;
	messageId: string;
	events: RcsEvent[];
}

/** Of other events nothing is kept here, not even a name: told alone, they would be no message. */
function eventsByMessage(events: readonly RcsEvent[]): EventsOfMessage[] {
	const messages = new Map<string, EventsOfMessage>();
	for (const event of events.filter(tellsState)) {
		const { user: phone, provider, messageId } = event;
		if (phone === undefined || messageId === undefined) continue;
		const key = JSON.stringify([phone, provider, messageId]);
		const known = messages.get(key);
		if (known) known.events.push(event);
		else messages.set(key, { phone, provider, messageId, events: [event] });
	}
	return [...messages.values()];
}

/** Not every event names everything. */
function namesIn(names: readonly (string | undefined)[]): string[] {
	return [...new Set(names.flatMap((name) => name?.trim() || []))];
}

/** Every event of a phone that has a record. */
export function eventChanges(events: readonly RcsEvent[], recordOf: RecordOf): EventChange[] {
	return events.flatMap((event) => {
		const { user: phone } = event;
		if (phone === undefined || !isKept(event) || !recordOf.has(phone)) return [];
		return [{ phone, event, ...recordRef(recordOf.get(phone)) }];
	});
}

/** The record as rows name it; none, where it will be found by its phone. */
export function recordRef(record: RecordRef | undefined): { record?: RecordRef } {
	if (!record) return {};
	const { object, id, person } = record;
	return { record: { object, id, ...defined({ person }) } };
}
