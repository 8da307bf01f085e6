/**
 * The words of the handset network. They belong to no provider: an emulator translates its own
 * requests into them, and what happens on a phone back into its own webhooks.
 *
 *   agent    who writes: a sender of a provider
 *   message  what an agent wrote; it travels in legs
 *   leg      one attempt over one channel; a fallback is a second leg of the same message
 *   inbound  what a person did: typed, tapped, shared a place
 */
export type Channel = 'RCS' | 'SMS' | 'MMS' | 'WHATSAPP';
export type LegState = 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'expired' | 'revoked';
export type FailureReason = 'notReachable' | 'blocked' | 'expired' | 'badTemplate';

/** What an agent is known by: its id is its provider's. */
export interface AgentKey {
	provider: string;
	id: string;
}

export interface Agent extends AgentKey {
	name: string;
	color: string;
	/** An address, or a path of the sandbox itself. */
	logoUrl?: string;
	/** Whether the carriers checked who it is, as they do before a launch. */
	verified: boolean;
	/** What a phone tells of it beside the name. */
	business?: Business;
}

export interface Business {
	description: string;
	phone: string;
	website: string;
	email: string;
}

export type Suggestion = { text: string; postbackData: string } & (
	| { kind: 'reply' | 'shareLocation' | 'action' }
	| { kind: 'openUrl'; url: string; webview?: string }
	| { kind: 'dial'; phoneNumber: string }
	| { kind: 'viewLocation'; latitude?: number; longitude?: number; label?: string; query?: string }
	| { kind: 'calendar'; title: string; description?: string; startTime: string; endTime: string }
);

export interface Card {
	title?: string;
	description?: string;
	media?: { url: string; thumbnailUrl?: string; height: 'short' | 'medium' | 'tall' };
	suggestions: Suggestion[];
}

export type Content = { suggestions: Suggestion[] } & (
	| { kind: 'text'; text: string }
	| { kind: 'file'; url: string; thumbnailUrl?: string }
	| {
			kind: 'card';
			text?: string;
			orientation: 'vertical' | 'horizontal';
			imageAlignment: 'left' | 'right';
			card: Card;
	  }
	| { kind: 'carousel'; text?: string; width: 'small' | 'medium'; cards: Card[] }
	| {
			kind: 'form';
			title: string;
			description?: string;
			fields: FormField[];
			submitText: string;
			postbackData?: string;
	  }
);

export interface FormField {
	name: string;
	label: string;
	type: 'text' | 'longText' | 'number' | 'email' | 'phone' | 'date' | 'choice';
	required: boolean;
	choices: string[];
}

export interface Fallback {
	channel: Exclude<Channel, 'RCS'>;
	sender: string;
	text: string;
	mediaUrls: string[];
	/** What follows where this cannot arrive either: not every phone has WhatsApp. */
	next?: Fallback;
}

export interface Submission {
	id: string;
	agent: Agent;
	/** E.164 with the plus sign. */
	to: string;
	content: Content;
	fallback?: Fallback;
	/** How long a phone may stay unreachable before the message expires, in network time. */
	validityMs?: number;
	startAt?: Date;
	/** A reason why the network will refuse the message, known to the provider beforehand. */
	refusal?: FailureReason;
}

export interface Leg {
	channel: Channel;
	sender: string;
	state: LegState;
	times: Partial<Record<LegState, string>>;
	reason?: FailureReason;
}

export interface Message extends Submission {
	createdAt: string;
	legs: [Leg, ...Leg[]];
}

export interface Phone {
	number: string;
	name: string;
	rcs: boolean;
	/** Without data, RCS messages wait; an SMS arrives. */
	online: boolean;
	/** Nothing reaches it at all, and nothing leaves it. */
	airplane: boolean;
	/** It takes RCS messages of nobody. */
	blocked: boolean;
	/** The agents that its owner blocked. */
	blockedAgents: readonly AgentKey[];
	reads: boolean;
	whatsapp: boolean;
}

export interface Inbound {
	id: string;
	agent: Agent;
	phone: string;
	at: string;
	kind: 'text' | 'reply' | 'action' | 'location' | 'file' | 'form' | 'unsubscribe' | 'subscribe';
	text: string;
	postbackData?: string;
	suggestion?: Suggestion;
	location?: { latitude: number; longitude: number };
	file?: { url: string; name: string; mimeType: string; bytes: number };
	/** What was filled in in a form, by field. */
	form?: Record<string, string>;
	/** The message that was answered. */
	pairedMessage?: Message;
	/** Set once the agent says that it has read this. */
	seenAt?: string;
}

export type NetworkEvent =
	| { type: 'leg'; message: Message; leg: Leg; fallbackFollows: boolean }
	| { type: 'inbound'; inbound: Inbound }
	| { type: 'userTyping'; agent: Agent; phone: string }
	| { type: 'agentTyping'; agent: Agent; phone: string }
	| { type: 'agentSeen'; inbound: Inbound }
	/** A person reports an agent as spam; `message` is the last that it wrote. */
	| { type: 'complaint'; agent: Agent; phone: string; message?: Message }
	| { type: 'phone'; phone: Phone }
	| { type: 'reset' };
