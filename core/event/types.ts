import type { CapabilityResult } from '../capability';
import type { ProviderError } from '../errors';

/** What comes back from a provider: one shape for every provider's webhooks. */
export const eventTypes = [
	'message.queued',
	'message.sent',
	'message.delivered',
	'message.read',
	'message.failed',
	'message.expired',
	'message.revoked',
	'message.fallback',
	'message.replied',
	'message.clicked',
	'message.received',
	'message.complained',
	'user.typing',
	'user.optedOut',
	'user.optedIn',
	'conversation.started',
	'capability.result',
	'template.approved',
	'template.rejected',
	'template.updated',
	'agent.updated',
	'unknown',
] as const;

/**
 * `message.replied`: a tap on a reply chip, a submitted form, or text that answers a message of ours.
 * `message.clicked`: a tap on an action or a tracked link. `message.received`: any other inbound.
 * `message.fallback`: the RCS leg failed (or SMS took over) while another channel carries on.
 */
export type EventType = (typeof eventTypes)[number];

export type EventChannel = 'rcs' | 'sms' | 'mms' | 'whatsapp';

export interface RcsEvent {
	/** Stable: the same webhook twice gives the same id. */
	eventId: string;
	/** Provider id, e.g. `infobip`. */
	provider: string;
	type: EventType;
	/** ISO 8601 in UTC: when it happened, by the provider's clock. */
	occurredAt: string;
	/** The person's phone number in E.164. */
	user?: string;
	/** Agent or sender id. */
	agent?: string;
	/** The id of *our* message that the event is about. */
	messageId?: string;
	/** The provider's id of our message, where the event names it beside or instead of ours. */
	providerMessageId?: string;
	/** The provider's id of what the person wrote or tapped; marking it as read names it. */
	inboundId?: string;
	clientRef?: string;
	campaignId?: string;
	channel?: EventChannel;
	error?: ProviderError;
	text?: string;
	postbackData?: string;
	/** `url` is absent where the file has to be asked for by its `key`. */
	media?: { url?: string; key?: string; mimeType?: string; fileName?: string; bytes?: number };
	location?: { latitude: number; longitude: number };
	url?: string;
	/** What was filled in in a form, by the names of its fields. */
	form?: Record<string, string>;
	/** Whether the message certainly did not reach the person and will not, so that an SMS would be no second copy. */
	safeToFallBack?: boolean;
	/**
	 * What a text may mean that is no event of its own, because rules alone must not decide it. `doubtful`: it may
	 * ask for no more messages; `optIn`: it asks for messages in words that are no keyword. `why` is for a person.
	 */
	optOut?: { verdict: 'doubtful' | 'optIn'; why: string };
	/** The keyword that made it an opt-out or opt-in, or the one the provider found. */
	keyword?: string;
	/** `canInitiate`: whether the message can start a conversation that is billed as one. */
	conversation?: {
		id?: string;
		type?: string;
		startedAt?: string;
		endsAt?: string;
		canInitiate?: boolean;
	};
	billing?: { trafficType?: string; interactionType?: string; price?: number; currency?: string };
	capability?: CapabilityResult;
	template?: { name: string; status: string; comment?: string };
	/** The part of the webhook the event was read from, unchanged. */
	raw: unknown;
}
