import type { ProviderError } from './errors';
import type { EventChannel, RcsEvent } from './event/types';

/** A message that was sent before. */
export interface MessageRef {
	/** The id the provider knows it by: `providerMessageId` of its result where there is one, else ours. */
	id: string;
	/** E.164 with `+`; some providers need it to find the message. */
	to?: string;
}

/** What an agent shows in the chat without writing. */
export type ChatEvent = { to: string; from?: string } & (
	| { type: 'typing' }
	/** `messageId`: the message of the person that was read; absent: the latest. */
	| { type: 'read'; messageId?: string }
);

export const messageStates = [
	'queued',
	'sent',
	'delivered',
	'read',
	'failed',
	'expired',
	'revoked',
	'unknown',
] as const;
export type MessageState = (typeof messageStates)[number];

/** What a provider says of one message when asked. */
export interface MessageStatus {
	/** The id the provider was asked for, or lists it by. */
	id: string;
	state: MessageState;
	channel?: EventChannel;
	to?: string;
	agent?: string;
	/** ISO 8601 in UTC. */
	sentAt?: string;
	doneAt?: string;
	error?: ProviderError;
	billing?: RcsEvent['billing'];
	/** The provider's own object. */
	raw: unknown;
}

/** Which reports or log entries are wanted. What a provider cannot filter by is refused by it, not by us. */
export interface LogFilter {
	messageIds?: readonly string[];
	bulkId?: string;
	campaignId?: string;
	/** ISO 8601 with offset. */
	since?: string;
	until?: string;
	limit?: number;
}

/** A file from the web, or its bytes. */
export type FileToUpload =
	{ url: string; thumbnailUrl?: string } | { bytes: Buffer; mimeType: string; fileName?: string };

export interface UploadedFile {
	/** What stands for the file as `url` of a picture or file in a message. */
	url: string;
	/** The provider's own object. */
	raw: unknown;
}
