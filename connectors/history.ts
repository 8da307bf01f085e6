import { messageStates } from '../core/event/messageState';
import type { RcsEvent } from '../core/event/types';
import { defined } from '../core/json';
import type { EventChange, MessageChange, RecordRef } from './crm';

/** The record the history of each phone goes to; phones that are not in it have none. */
export type RecordOf = ReadonlyMap<string, RecordRef>;

/** One row a message, with the state it is in after all of these events. */
export function messageChanges(events: readonly RcsEvent[], recordOf: RecordOf): MessageChange[] {
	const facts = factsByMessage(events);
	return [...messageStates(events).values()].flatMap((message) => {
		const { phone, ...about } = facts.get(message.messageId) ?? {};
		if (phone === undefined || about.provider === undefined || !recordOf.has(phone)) return [];
		const { provider, ...more } = about;
		return [{ phone, message, provider, ...more, ...recordRef(recordOf.get(phone)) }];
	});
}

interface Facts {
	phone?: string;
	provider?: string;
	campaignId?: string;
	agent?: string;
}

/** What the events of a message say beside its state; not each of them says everything. */
function factsByMessage(events: readonly RcsEvent[]): Map<string, Facts> {
	const facts = new Map<string, Facts>();
	for (const { messageId, user, provider, campaignId, agent } of events) {
		if (messageId === undefined) continue;
		const known = facts.get(messageId) ?? {};
		facts.set(messageId, {
			provider,
			...(user === undefined ? {} : { phone: user }),
			...(campaignId === undefined ? {} : { campaignId }),
			...(agent === undefined ? {} : { agent }),
			...known,
		});
	}
	return facts;
}

/** Every event of a phone that has a record. */
export function eventChanges(events: readonly RcsEvent[], recordOf: RecordOf): EventChange[] {
	return events.flatMap((event) => {
		const { user: phone, type } = event;
		const isKept = type !== 'user.typing' && type !== 'unknown';
		if (phone === undefined || !isKept || !recordOf.has(phone)) return [];
		return [{ phone, event, ...recordRef(recordOf.get(phone)) }];
	});
}

/** The record as rows name it; none, where it will be found by its phone. */
export function recordRef(record: RecordRef | undefined): { record?: RecordRef } {
	if (!record) return {};
	const { object, id, person } = record;
	return { record: { object, id, ...defined({ person }) } };
}
