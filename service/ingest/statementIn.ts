import { ANY } from '../../core/consent/applies';
import type { ConsentStatement } from '../../core/consent/statement';
import type { EventType, RcsEvent } from '../../core/event/types';
import { defined } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';

const states: Readonly<Partial<Record<EventType, ConsentStatement['state']>>> = {
	'user.optedOut': 'optedOut',
	'user.optedIn': 'optedIn',
};

/**
 * What a person stated by an event: STOP and START are about every promotional purpose. They count for all
 * agents, because the names providers give an agent in events and in messages differ.
 */
export function statementIn(event: RcsEvent, recordedAt: string): ConsentStatement | undefined {
	const state = states[event.type];
	const { user: phone, keyword, occurredAt } = event;
	if (!state || phone === undefined) return undefined;
	const proof = defined({ text: event.text ?? keyword, messageId: event.inboundId });
	return {
		id: deriveMessageId(['statement', event.provider, event.eventId]),
		key: { phone, agent: ANY, purpose: ANY },
		state,
		level: 'single',
		origin: 'person',
		source: keyword === undefined ? 'event' : 'keyword',
		occurredAt,
		recordedAt,
		...(Object.keys(proof).length > 0 ? { proof } : {}),
	};
}
