import type { RcsEvent } from '../../../core/event/types';

export const CONTACTS = 2000;

const life = ['queued', 'sent', 'delivered', 'read', 'replied'] as const;
export const EVENTS = CONTACTS * life.length;

const SECOND_MS = 1000;

/** Numbers of a range that belongs to nobody: `+447700900000` and on, made longer for so many. */
export const phoneOf = (i: number): string => `+4477009${String(i).padStart(5, '0')}`;

/** Five events a contact: a message to each contact, queued, sent, delivered, read and replied to yesterday. */
export function eventsOf(contacts: number, now: number): RcsEvent[] {
	const noon = Math.floor(now / 86_400_000) * 86_400_000 - 43_200_000;
	return life.flatMap((what, second) =>
		Array.from({ length: contacts }, (_, i) => ({
			eventId: `bench-${what}-${i}`,
			provider: 'infobip',
			type: `message.${what}` as const,
			occurredAt: new Date(noon + second * SECOND_MS).toISOString(),
			user: phoneOf(i),
			agent: 'DemoShop',
			messageId: `bench-message-${i}`,
			campaignId: 'bench',
			channel: 'rcs' as const,
			raw: null,
		})),
	);
}
