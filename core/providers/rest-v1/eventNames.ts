import type { EventType } from '../../event/types';

/**
 * The events of the guide, and what each can become here: what a person wrote or tapped may be a stop
 * or start word, and what failed may go on as SMS. The first is what it is by itself.
 */
export const eventsOf = {
	'message.queued': ['message.queued'],
	'message.sent': ['message.sent'],
	'message.delivered': ['message.delivered'],
	'message.read': ['message.read'],
	'message.failed': ['message.failed', 'message.fallback'],
	'message.expired': ['message.expired'],
	'message.clicked': ['message.clicked', 'user.optedOut'],
	'message.replied': ['message.replied', 'message.received', 'user.optedOut', 'user.optedIn'],
	'message.optout': ['user.optedOut'],
	'message.complained': ['message.complained'],
	'template.approved': ['template.approved'],
	'template.rejected': ['template.rejected'],
} as const satisfies Readonly<Record<string, readonly EventType[]>>;

export type ServiceEvent = keyof typeof eventsOf;

const names = Object.keys(eventsOf).filter(isServiceEvent);
const byLetters = new Map(names.map((name) => [lettersOf(name), name]));

/** The event a name means, however it is written: `message.optout`, `MESSAGE_OPTOUT`, `message.opt_out`. */
export function serviceEvent(name: string | undefined): ServiceEvent | undefined {
	return byLetters.get(lettersOf(name ?? ''));
}

/** The service's events that can become one of ours. What we cannot read can come as any of them. */
export function serviceEventsFor(event: EventType): ServiceEvent[] {
	return names.filter((name) => event === 'unknown' || tells(name, event));
}

function tells(name: ServiceEvent, event: EventType): boolean {
	return eventsOf[name].some((type) => type === event);
}

function isServiceEvent(name: string): name is ServiceEvent {
	return Object.hasOwn(eventsOf, name);
}

function lettersOf(name: string): string {
	return name.toLowerCase().replace(/[^a-z]/g, '');
}
