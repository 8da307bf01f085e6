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
 * What a person stated by an event: STOP and START are about every promotional purpose, and so is a text that may
 * be an opt-out, which holds them until somebody decides. They count for all
 * agents, because the names providers give an agent in events and in messages differ.
 */
export function statementIn(event: RcsEvent): Stated | undefined {
	const { user: phone, keyword, occurredAt } = event;
	const isDoubtful = event.optOut?.verdict === 'doubtful';
	const state = isDoubtful ? 'pending' : states[event.type];
	if (!state || phone === undefined) return undefined;
	const proof = defined({
		text: event.text ?? keyword,
		messageId: event.inboundId,
		possibleOptOut: isDoubtful ? event.optOut?.why : undefined,
	});
	return {
		id: deriveMessageId(['statement', event.provider, event.eventId]),
		key: { phone, agent: ANY, purpose: ANY },
		state,
		level: 'single',
		origin: 'person',
		source: keyword === undefined && event.text === undefined ? 'event' : 'keyword',
		occurredAt,
		...(Object.keys(proof).length > 0 ? { proof } : {}),
	};
}
