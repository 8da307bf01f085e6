import { asNumber, asObject, type JsonObject } from '../../core/json';

/** An answer as RCS Trigger hands it to a node that waits. */
export interface ReplySent {
	/**
	 * How it was given. `optOut`: not at all, the person wants no more messages. `notDelivered`: the question did not
	 * reach them over the channel of the event.
	 */
	by: 'chip' | 'text' | 'optOut' | 'notDelivered';
	/** Which chip, from 0. */
	choice?: number;
	/** The RcsEvent, without what it was read from. */
	event: JsonObject;
}

/** What the node says to it, in the member `rcsWait` of its answer. */
export const heards = ['resumed', 'closed', 'noAnswer'] as const;
export type Heard = (typeof heards)[number];

export function replySentIn(body: unknown): ReplySent {
	const { by, choice, event } = asObject(body);
	const at = asNumber(choice);
	return {
		by: by === 'chip' || by === 'optOut' || by === 'notDelivered' ? by : 'text',
		...(at === undefined ? {} : { choice: at }),
		event: asObject(event),
	};
}
