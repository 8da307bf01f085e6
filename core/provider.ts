import type { CapabilityResult } from './capability';
import type { ProviderError } from './errors';
import type { EventType, RcsEvent } from './event/types';
import type { Http, ReadFailure } from './http';
import type { MessageProfile } from './message/limits';
import type { ReadyMessage } from './message/types';
import type { Parsed } from './message/schema';
import type { AuthKind, ProviderSettings } from './settings';
import type { Template, TemplateDraft, TemplateProfile, TemplateStatus } from './template';
import type { Delivery, Reply, Verdict } from './webhook/delivery';

/** What a provider function needs besides its input. Nothing else reaches the outside world. */
export interface Call {
	http: Http;
	settings: ProviderSettings;
	now: Date;
}

/** How sure we are of a provider: what its behaviour here was checked against. */
export type Certainty = 'live-tested' | 'spec-tested' | 'documentation-only';

/** Everything that differs between providers and can be said as data. */
export interface Profile extends MessageProfile {
	docsUrl: string;
	/** Stands in for the address of an account where a request is only shown. */
	exampleBaseUrl: string;
	certainty: Certainty;
	/** Name of the n8n credential. */
	credential: string;
	auth: readonly AuthKind[];
	/** The most that fits one request. */
	bulk: { messages: number; numbers: number };
	/** Whether the same message id sent twice reaches the person once, so that a send may be repeated. */
	deduplicates: boolean;
	/** Absent where the provider cannot be asked. `features`: whether it names the device's features. */
	capability?: { features: boolean };
	/** Absent where the provider keeps no templates. */
	templates?: TemplateProfile;
	/** Ways to prove a webhook is the provider's own. */
	webhookAuth: readonly WebhookAuth[];
	/** What its webhooks can tell. */
	events: readonly EventType[];
}

export type WebhookAuth = 'signature' | 'basic' | 'header';

/** What became of one message. A 200 of the provider is not yet acceptance; `status` is. */
export type SendResult = {
	/** Our message id. */
	id: string;
	to: string;
	/** The provider's answer for this message, unchanged. */
	raw: unknown;
} & (
	| {
			status: 'accepted';
			/** The provider's id, where it is not ours. */
			providerMessageId?: string;
			bulkId?: string;
			/** The provider had this id before: an earlier send was accepted. */
			duplicate?: true;
	  }
	| { status: 'rejected'; error: ProviderError }
	| { status: 'unknown'; error: ProviderError }
);

/** A webhook subscription at the provider. */
export interface Subscription {
	id: string;
	/** What it may tell at the least; a provider's own events may become several of ours. */
	events: readonly EventType[];
}

export interface SubscriptionRequest {
	/** Stable for one trigger, so that creating it twice leaves one. */
	id: string;
	url: string;
	events: readonly EventType[];
	/** Sent along with every webhook, so that forged ones are told apart. */
	secretHeader: { name: string; value: string };
}

/** One RCS provider. A method that is absent is a thing the provider cannot do. */
export interface Provider {
	profile: Profile;
	/** The headers that authenticate a request. Settings without usable `auth` are refused. */
	authorize(settings: ProviderSettings): Parsed<Record<string, string>>;
	/** Asks for a new access token, where a kind of `auth` works with one. */
	accessToken?(call: Call): Promise<string>;
	/** Sends up to `profile.bulk.messages` messages that share a `batchKey`. One result a message, in order. */
	send(call: Call, messages: readonly ReadyMessage[]): Promise<SendResult[]>;
	/** Messages with different keys may not share a request. Absent: all may. */
	batchKey?(message: ReadyMessage): string;
	/** Checks up to `profile.bulk.numbers` numbers (E.164). One result a number, in order. */
	capability?(call: Call, numbers: readonly string[]): Promise<CapabilityResult[]>;
	templates?: {
		list(call: Call): Promise<Template[]>;
		get(call: Call, name: string): Promise<Template>;
		/** Where creating is submitting, the template is in review afterwards. */
		create(call: Call, draft: TemplateDraft): Promise<Template>;
		update(call: Call, draft: TemplateDraft): Promise<Template>;
		remove(call: Call, name: string): Promise<void>;
		/** Submits to (further) carriers. */
		submit(call: Call, name: string, carriers: readonly string[]): Promise<void>;
		status(call: Call, name: string): Promise<TemplateStatus>;
	};
	webhook: {
		/** Says whether a delivery is the provider's own; fails closed where a secret is set. */
		verify(delivery: Delivery, settings: ProviderSettings, now: Date): Verdict;
		/** Answers a check of the endpoint. */
		handshake?(delivery: Delivery, settings: ProviderSettings): Reply | undefined;
		/** Total: what is not understood is one event of type `unknown`. */
		parse(delivery: Delivery): RcsEvent[];
		subscriptions?: {
			list(call: Call): Promise<Subscription[]>;
			create(call: Call, request: SubscriptionRequest): Promise<void>;
			/** Removing what is not there is no error. */
			remove(call: Call, id: string): Promise<void>;
		};
	};
	/** The provider's own error words. */
	readFailure: ReadFailure;
}

/** The base URL of the settings without a slash at its end, or the provider's own. */
export function baseUrl(settings: ProviderSettings, fallback = ''): string {
	return (settings.baseUrl || fallback).replace(/\/+$/, '');
}

/** Members every provider has for the core's own use; nobody asks whether a provider has them. */
const INTERNAL = ['profile', 'authorize', 'accessToken', 'batchKey', 'readFailure'];

/** Names of the operations a provider has, e.g. `templates.list`. */
export function operationsOf(provider: Provider): string[] {
	return Object.entries(provider).flatMap(([name, member]) =>
		INTERNAL.includes(name) ? [] : operationNames(name, member),
	);
}

function operationNames(path: string, member: unknown): string[] {
	if (typeof member === 'function') return [path];
	if (typeof member !== 'object' || member === null) return [];
	return Object.entries(member).flatMap(([name, inner]) =>
		operationNames(`${path}.${name}`, inner),
	);
}
