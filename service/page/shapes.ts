import type { ProviderError } from '../../core/errors';
import type { Leg } from '../../core/event/messageState';

/** What the page is told under /v1/page/*. Times are ISO 8601 in UTC. */

/** Messages by how far they came. `sent`: all that were handed to a provider, whatever became of them. `failed`: over every channel. */
export interface Funnel {
	sent: number;
	delivered: number;
	read: number;
	clicked: number;
	replied: number;
	failed: number;
	/** Another channel took over from RCS. */
	fellBack: number;
}

export interface CampaignFunnel extends Funnel {
	/** Null: messages of no campaign. */
	campaign: string | null;
}

/** Messages of one day or hour by how they reached the person. */
export interface ChannelShare {
	/** Its start in the time zone that was asked for, e.g. `2026-11-21T00:00`. */
	start: string;
	rcs: number;
	fallback: number;
	failed: number;
	/** Nothing is known yet. */
	underWay: number;
}

export interface FailureCause {
	provider: string;
	/** Of errors; `revoked` and `fellBack` where no reason was given. */
	category: string | null;
	code: string | null;
	/** The provider's words of the last one. */
	message: string | null;
	advice: string | null;
	count: number;
	/** How many of them reached the person over another channel. */
	reached: number;
	firstAt: string;
	lastAt: string;
}

/** Messages that failed, of all that were under way in that time. */
export interface FailureRate {
	failed: number;
	all: number;
}

export interface ProviderFailures {
	provider: string;
	hour: FailureRate;
	/** The seven days before. */
	usual: FailureRate;
	spike: boolean;
}

export interface Failures {
	causes: FailureCause[];
	providers: ProviderFailures[];
	/** The rule of the alert in words. */
	rule: string;
}

export interface LagSample {
	connection: string;
	at: string;
	lagSeconds: number;
	waiting: number;
}

export interface Overview {
	messages: Funnel;
	optedIn: number;
	optedOut: number;
	/** People whose text may be an opt-out, and waits for somebody to decide. */
	possibleOptOuts: number;
	/** Webhooks that could not be handed on. */
	forwardsGivenUp: number;
	/** Parts of webhooks that nobody could read. */
	unreadWebhooks: number;
	/** Whether any message was ever seen. */
	isEmpty: boolean;
}

/** Webhooks, or parts of one, that proved to be a provider's own and that nobody could read. */
export interface UnreadWebhooks {
	connections: { connection: string; count: number; newestAt: string }[];
	/** The newest first. */
	newest: { seq: number; connection: string; provider: string; at: string; body: string }[];
	/** Days until they are deleted. */
	keptDays: number;
}

/** A place that providers or CRMs send their webhooks to. */
export interface WebhookPlace {
	connection: string;
	kind: 'provider' | 'crm';
	/** Provider or CRM. */
	name: string;
	path: string;
	forwardTo: readonly string[];
	/** Of the latest event; absent where none came lately. */
	lastEventAt?: string;
}

export interface Connections {
	/** The address others call the service by, where it is configured. */
	publicUrl?: string;
	places: WebhookPlace[];
}

export interface FoundMessage {
	id: string;
	provider: string;
	connection: string;
	phone: string;
	agent: string | null;
	campaign: string | null;
	state: string | null;
	channel: string | null;
	fellBack: boolean;
	legs: Leg[];
	error: ProviderError | null;
	at: string;
}
