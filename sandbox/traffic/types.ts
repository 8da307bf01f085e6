/**
 * What went over the wire between the providers' emulators and whoever talks to them, for people to
 * look at. Secrets are `***` in headers, addresses and bodies: what is one is said by names (secretNames.ts).
 *
 *   GET /sandbox/traffic?message=&phone=&provider=&limit=   { traffic: TrafficSummary[] }, the latest first
 *   GET /sandbox/traffic/:id                                TrafficEntry, or 404
 *   event `traffic` of /sandbox/events                      TrafficSummary, again whenever it changes
 */
export type TrafficEntry = RequestEntry | WebhookEntry;

/** A body as text; long ones are cut, and files are only told of. */
export interface TrafficBody {
	text: string;
	/** What is not shown of it, in words: `12345 more bytes`. */
	note?: string;
}

interface Exchange {
	id: string;
	/** When it began (ISO 8601). */
	at: string;
	provider: string;
	method: string;
	/** The HTTP status of the answer; absent while there is none. */
	status?: number;
	/** Why there is no answer. */
	error?: string;
	durationMs?: number;
	/** The messages it created, or tells of; unique together with the provider. */
	messageIds: string[];
	/** What people did (ids of `inbound` entries) that a webhook tells of. */
	inboundIds: string[];
	/** The phones it concerns, as E.164. */
	phones: string[];
}

interface Content {
	headers: Record<string, string>;
	body: TrafficBody;
}

interface RequestHead extends Exchange {
	kind: 'request';
	/** The path with its query, as it was called at the sandbox. */
	url: string;
}

interface WebhookHead extends Exchange {
	kind: 'webhook';
	/** The provider's name of the event. */
	event: string;
	/** The receiver's address. */
	url: string;
	/** The name of the header that signs it; absent where it is not signed. */
	signatureHeader?: string;
	/** Counts from 1. */
	attempt: number;
	/** It was sent once more although it had been taken. */
	duplicate?: boolean;
}

/** Somebody called a provider. */
export interface RequestEntry extends RequestHead, Content {
	answer?: Content;
}

/** A provider told somebody of an event. The receiver's answer is its status alone. */
export interface WebhookEntry extends WebhookHead, Content {}

/** An entry without headers and bodies. */
export type TrafficSummary = RequestHead | WebhookHead;
