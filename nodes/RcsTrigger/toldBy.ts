import type { EventType } from '../../core/event/types';
import type { Profile } from '../../core/provider';
import type { TriggerOptions } from './options';

/** What the service makes use of: states and answers of messages, and what people want. */
const used = (type: EventType): boolean => /^(message|user\.opted)/.test(type);

/** The events a provider is to tell of: those the workflow starts on, and those the service makes use of. */
export function toldBy({ events }: Profile, options: TriggerOptions): readonly EventType[] {
	if (!options.handOn) return options.events;
	return [...new Set([...options.events, ...events.filter(used)])];
}
