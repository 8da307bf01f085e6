import type { AgentInfo, Contact, ContactChange, TestNumber } from './account';
import type { CapabilityResult } from './capability';
import type {
	ChatEvent,
	LogFilter,
	MessageRef,
	MessageStatus,
	FileToUpload,
	UploadedFile,
} from './chat';
import type { ProviderError } from './errors';
import type { EventChannel, EventType, RcsEvent } from './event/types';
import type { Http, ReadFailure } from './http';
import type { MessageProfile } from './message/limits';
import type { Fields } from './fields';
import type { JsonObject } from './json';
import type { Content, ReadyMessage } from './message/types';
import type { Parsed } from './message/schema';
import type { AuthKind, OptionsSchema, ProviderSettings, WebhookSettings } from './settings';
import type { Template, TemplateDraft, TemplateProfile, TemplateStatus } from './template';
import type { Delivery, Reply, Verdict } from './webhook/delivery';

/** What a provider function needs besides its input. Nothing else reaches the outside world. */
export interface Call {
	http: Http;
	settings: ProviderSettings;
	now: Date;
	/** A new UUID each time, for requests that need an id of their own. */
	newId: () => string;
}

/** Tokens a provider gave out. */
export interface Tokens {
	accessToken: string;
	/** Replaces the refresh token that was used, where the provider changes it each time. */
	refreshToken?: string;
}

/** How sure we are of a provider: what its behaviour here was checked against. */
export type Certainty = 'live-tested' | 'spec-tested' | 'documentation-only';

/** Everything that differs between providers and can be said as data. */
export interface Profile extends MessageProfile {
	docsUrl: string;
	/** Stands in for the address of an account where a request is only shown. Absent: all accounts share one. */
	exampleBaseUrl?: string;
	/** The same for the agent, where no request is without one. */
	exampleAgent?: string;
	certainty: Certainty;
	/** Name of the n8n credential. */
	credential: string;
	auth: readonly AuthKind[];
	/** The most that fits one request. `numbersFrom`: fewer numbers than this are asked for one by one. */
	bulk: { messages: number; numbers: number; numbersFrom?: number };
	/** Waits before a failed request is tried again, where the provider's guide sets them. In milliseconds. */
	retryDelaysMs?: readonly number[];
	/** Whether the same message id sent twice reaches the person once, so that a send may be repeated. */
	deduplicates: boolean;
	/** Whether `status` finds a message by our id, so that an unknown outcome can be looked up. */
	looksUpByMessageId?: boolean;
	/** Absent where the provider cannot be asked. `features`: whether it names the device's features. */
	capability?: { features: boolean };
	/** Absent where the provider keeps no templates. */
	templates?: TemplateProfile;
	/** Whether a message is marked as read only by its id; else the chat is enough. */
	readNeedsMessageId?: true;
	/** Ways to prove a webhook is the provider's own. */
	webhookAuth: readonly WebhookAuth[];
	/** What its webhooks can tell. */
	events: readonly EventType[];
	/** A tap on a reply arrives as a text of the person, and nothing marks it for sure. */
	tapsAreTexts?: true;
}

export type WebhookAuth = 'signature' | 'basic' | 'header' | 'urlToken';

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
			/** The answer was lost; asking for the message showed that it had arrived. */
			lookedUp?: true;
			/** The channel that took it, where it is not RCS but a fallback. */
			channel?: EventChannel;
	  }
	| {
			status: 'rejected' | 'unknown';
			error: ProviderError;
			/** It was tried as often as allowed: a person should look at it. */
			needsReview?: true;
	  }
);

/** A webhook subscription at the provider. */
export interface Subscription {
	id: string;
	/** Absent where the provider does not show it. */
	url?: string;
	/** What it may tell at the least; a provider's own events may become several of ours. */
	events: readonly EventType[];
}

export interface SubscriptionRequest {
	/** Stable for one trigger, so that creating it twice leaves one. */
	id: string;
	url: string;
	events: readonly EventType[];
	/** The secret that every webhook of this subscription must prove to know. */
	secret: string;
}

/** Webhooks that register themselves. */
export interface Subscriptions {
	list(call: Call): Promise<Subscription[]>;
	/** Gives the id of the subscription: the one asked for, or one the provider chose. */
	create(call: Call, request: SubscriptionRequest): Promise<string>;
	/** Where a subscription that `create` made leads, if `list` does not show it. Undefined: that is not known. */
	urlOf?(call: Call, id: string): Promise<string | undefined>;
	/** Removing what is not there is no error. */
	remove(call: Call, id: string): Promise<void>;
	/** What webhooks of a subscription created with a secret are verified with, and nothing else. */
	proof(settings: ProviderSettings, secret: string): WebhookSettings;
	/** Whether `settings.options` say how such webhooks are signed, so that they belong to the proof too. */
	signsByOptions?: true;
}

/** Templates at the provider. A method that is absent is a thing the provider cannot do. */
export interface Templates {
	list?(call: Call): Promise<Template[]>;
	get?(call: Call, id: string): Promise<Template>;
	/** Where creating is submitting, the template is in review afterwards. */
	create?(call: Call, draft: TemplateDraft): Promise<Template>;
	update?(call: Call, id: string, draft: TemplateDraft): Promise<Template>;
	remove?(call: Call, id: string): Promise<void>;
	/** Submits for approval, or to further carriers where the provider asks which. */
	submit?(call: Call, id: string, carriers: readonly string[]): Promise<void>;
	status?(call: Call, id: string): Promise<TemplateStatus>;
	/** What a template shows, in our words; undefined where its content is of no shape that is known. */
	preview?(template: Template): Content | undefined;
	/** Carriers that `create` and `submit` may name. */
	carriers?(call: Call): Promise<string[]>;
}

/** One RCS provider. A method that is absent is a thing the provider cannot do. */
export interface Provider {
	profile: Profile;
	/** The headers that authenticate a request. Settings without usable `auth` are refused. */
	authorize(settings: ProviderSettings): Parsed<Record<string, string>>;
	/** Asks for a new access token, where a kind of `auth` works with one. */
	accessToken?(call: Call): Promise<Tokens>;
	/** What its `settings.options` may hold. Absent: it has none. */
	options?: OptionsSchema;
	/** Its `settings.options` from the flat fields of a form, e.g. of an n8n credential. */
	optionsFromFields?(fields: Fields): JsonObject;
	/** Sends up to `profile.bulk.messages` messages that share a `batchKey`. One result a message, in order. */
	send(call: Call, messages: readonly ReadyMessage[]): Promise<SendResult[]>;
	/** Messages with different keys may not share a request. Absent: all may. */
	batchKey?(message: ReadyMessage): string;
	/** Checks up to `profile.bulk.numbers` numbers (E.164). One result a number, in order. */
	capability?(call: Call, numbers: readonly string[]): Promise<CapabilityResult[]>;
	/**
	 * Asks the provider to check numbers and to send each answer (`capability.result`) to a URL; an empty
	 * one stands for where its other webhooks go.
	 */
	capabilityByWebhook?(call: Call, numbers: readonly string[], url: string): Promise<void>;
	/** Takes a message back that did not arrive yet. That it was asked for is all a provider tells. */
	revoke?(call: Call, message: MessageRef): Promise<void>;
	/** Shows the person that the agent types, or has read. */
	event?(call: Call, event: ChatEvent): Promise<void>;
	/** What became of messages. A message the provider does not know is left out. */
	status?(call: Call, messages: readonly MessageRef[]): Promise<MessageStatus[]>;
	/** Reports that wait to be fetched; where the provider tells each once only, they are gone afterwards. */
	reports?(call: Call, filter: LogFilter): Promise<RcsEvent[]>;
	/** What was sent lately. */
	logs?(call: Call, filter: LogFilter): Promise<MessageStatus[]>;
	/** Where a file that a person sent can be downloaded now, for the key its event named. */
	media?(call: Call, key: string): Promise<{ url: string }>;
	/** Hands a file to the provider, to be used in messages by its name. */
	upload?(call: Call, file: FileToUpload): Promise<UploadedFile>;
	templates?: Templates;
	agents?: {
		list(call: Call): Promise<AgentInfo[]>;
		get?(call: Call, id: string): Promise<AgentInfo>;
	};
	/** Numbers that may receive messages before the agent is launched. */
	testNumbers?: {
		list?(call: Call): Promise<TestNumber[]>;
		/** As it is now; `list` may tell what was known when the number last changed. */
		get?(call: Call, number: string): Promise<TestNumber>;
		add?(call: Call, number: string): Promise<TestNumber>;
		refresh?(call: Call, number: string): Promise<void>;
		setPrimary?(call: Call, number: string, primary: boolean): Promise<TestNumber>;
		remove?(call: Call, number: string): Promise<void>;
	};
	contacts?: {
		list(call: Call): Promise<Contact[]>;
		add(call: Call, contact: ContactChange): Promise<Contact>;
		update(call: Call, id: string, change: Partial<ContactChange>): Promise<Contact>;
		remove(call: Call, id: string): Promise<void>;
		/** Adds or updates many in one request. */
		import(
			call: Call,
			contacts: readonly ContactChange[],
		): Promise<{ accepted: number; refused: number }>;
	};
	webhook: {
		/** Says whether a delivery is the provider's own; fails closed where a secret is set. */
		verify(delivery: Delivery, settings: ProviderSettings, now: Date): Verdict;
		/** Answers a check of the endpoint, which is no event. Asked before `verify`. */
		handshake?(delivery: Delivery, settings: ProviderSettings): Reply | undefined;
		/** Total: what is not understood is one event of type `unknown`. */
		parse(delivery: Delivery): RcsEvent[];
		/** How events name an agent that sends by this name. Undefined: nobody knows. Absent: by the same one. */
		agentName?(agent: string): string | undefined;
		subscriptions?: Subscriptions;
	};
	/** The provider's own error words. */
	readFailure: ReadFailure;
}

/** The base URL of the settings without a slash at its end, or the provider's own. */
export function baseUrl(settings: ProviderSettings, fallback = ''): string {
	return (settings.baseUrl || fallback).replace(/\/+$/, '');
}

/** How the provider's events name an agent of a form or of settings; undefined where nobody knows. */
export function agentInEvents({ webhook }: Provider, agent = ''): string | undefined {
	const name = agent.trim();
	return (webhook.agentName ? webhook.agentName(name) : name) || undefined;
}

/** Members every provider has for the core's own use; nobody asks whether a provider has them. */
const INTERNAL = [
	'profile',
	'authorize',
	'accessToken',
	'options',
	'optionsFromFields',
	'batchKey',
	'readFailure',
	'webhook.agentName',
	'webhook.subscriptions.proof',
];

/** Names of the operations a provider has, e.g. `templates.list`. */
export function operationsOf(provider: Provider): string[] {
	return Object.entries(provider).flatMap(([name, member]) => operationNames(name, member));
}

function operationNames(path: string, member: unknown): string[] {
	if (INTERNAL.includes(path)) return [];
	if (typeof member === 'function') return [path];
	if (typeof member !== 'object' || member === null) return [];
	return Object.entries(member).flatMap(([name, inner]) =>
		operationNames(`${path}.${name}`, inner),
	);
}
