import { ANY } from '../../core/consent/applies';
import type { StatedState } from '../../core/consent/statement';
import type { EventType, RcsEvent } from '../../core/event/types';
import { defined } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import type { Stated } from '../ledger/record';

const states: Readonly<Partial<Record<EventType, StatedState>>> = {
	'user.optedOut': 'optedOut',
	'user.optedIn': 'optedIn',
};

/**
 * What a person stated by an event: STOP and START are about every promotional purpose. They count for all
 * agents, because the names providers give an agent in events and in messages differ.
 */
export function statementIn(event: RcsEvent): Stated | undefined {
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
		...(Object.keys(proof).length > 0 ? { proof } : {}),
	};
}
