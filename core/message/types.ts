/**
 * The message language: one shape for every provider, used by nodes, commands and tests.
 *
 * Glossary
 * - agent: the verified business sender a person sees (Infobip: sender)
 * - suggestion: a chip under a message or a button on a card; a *reply* answers in the chat, every
 *   other type is an *action* the phone carries out
 * - postback: the data a provider sends back when a suggestion is tapped; the person never sees it
 * - carousel: 2 to 10 cards side by side
 * - template: content stored (and approved) at the provider, filled with variables
 * - fallback: what goes out on another channel when RCS cannot deliver
 */

export interface RcsMessage {
	/** Recipient in E.164 with `+`. Each codec writes it the way its provider wants. */
	to: string;
	/** Agent or sender id. When absent, the agent of the credential is used. */
	from?: string;
	/** Client message id. Always set before a send, so that a repeated send can be recognised. */
	id?: string;
	content: Content;
	/** Steps on other channels, tried in this order. */
	fallback?: FallbackStep[];
	traffic?: TrafficType;
	/** How long the provider may try, in seconds. Excludes `expiresAt`. */
	validity?: { seconds: number };
	/** When the message loses its meaning, ISO 8601 with offset. Excludes `validity`. */
	expiresAt?: string;
	/** When to send, ISO 8601 with offset. */
	schedule?: { at: string };
	/** The hours of the week, in UTC, in which the message may reach the phone. */
	deliveryWindow?: DeliveryWindow;
	tracking?: { clicks?: boolean; shortenUrls?: boolean };
	correlation?: Correlation;
	notify?: { statusUrl?: string; enabled?: boolean };
	/** Asks the provider to accept the message without delivering it. */
	simulate?: boolean;
	/** Values for `{{name}}` in any text of the message. */
	placeholders?: Record<string, string>;
	/** Merged last into the provider's own JSON. */
	providerOptions?: Record<string, unknown>;
}

/** A message that is ready for a codec: it has an id and no placeholders left. */
export type ReadyMessage = RcsMessage & { id: string };

export const contentKinds = [
	'text',
	'file',
	'card',
	'carousel',
	'form',
	'template',
	'raw',
] as const;
export type ContentKind = (typeof contentKinds)[number];

export type Content =
	| TextContent
	| FileContent
	| CardContent
	| CarouselContent
	| FormContent
	| TemplateContent
	| RawContent;

export interface TextContent {
	kind: 'text';
	text: string;
	suggestions?: Suggestion[];
}
export interface FileContent {
	kind: 'file';
	file: Media;
	suggestions?: Suggestion[];
}
export interface CardContent {
	kind: 'card';
	orientation?: 'vertical' | 'horizontal';
	/** Side of the picture on a horizontal card. */
	imageAlignment?: 'left' | 'right';
	card: Card;
	/** Chips under the card; buttons on the card are `card.suggestions`. */
	suggestions?: Suggestion[];
}
export interface CarouselContent {
	kind: 'carousel';
	width?: 'small' | 'medium';
	cards: Card[];
	suggestions?: Suggestion[];
}
/** Fields a person fills in and submits inside the message. */
export interface FormContent {
	kind: 'form';
	title: string;
	description?: string;
	fields: FormField[];
	/** What the button says that submits the form. */
	submitText?: string;
	/** Comes back with what was filled in. */
	postbackData?: string;
	suggestions?: Suggestion[];
}
/** `name` names the value in the answer, `label` is what the person reads. */
export type FormField = { name: string; label: string; required?: boolean } & (
	| { type: 'text' | 'longText' | 'number' | 'email' | 'phone' | 'date' }
	| { type: 'choice'; choices: string[] }
);
export interface TemplateContent {
	kind: 'template';
	id: string;
	language?: string;
	/** Texts; where the provider takes them, other JSON values too, e.g. a list of items. */
	variables?: Record<string, unknown>;
}
/** The provider's own content object, passed on as it is. */
export interface RawContent {
	kind: 'raw';
	payload: unknown;
}

export interface Card {
	title?: string;
	description?: string;
	media?: CardMedia;
	suggestions?: Suggestion[];
}

export interface Media {
	url: string;
	thumbnailUrl?: string;
	mimeType?: string;
	fileName?: string;
	altText?: string;
	/** Asks the provider to fetch the file again instead of using its cache. */
	forceRefresh?: boolean;
}
export type MediaHeight = 'short' | 'medium' | 'tall';
export type CardMedia = Media & { height?: MediaHeight };

export const suggestionTypes = [
	'reply',
	'openUrl',
	'dial',
	'viewLocation',
	'viewLocationQuery',
	'shareLocation',
	'calendar',
] as const;
export type SuggestionType = (typeof suggestionTypes)[number];

export type Suggestion = { text: string; postbackData?: string } & (
	| { type: 'reply' }
	| { type: 'openUrl'; url: string; webview?: WebviewSize }
	| { type: 'dial'; phoneNumber: string }
	| { type: 'viewLocation'; latitude: number; longitude: number; label?: string }
	| { type: 'viewLocationQuery'; query: string }
	| { type: 'shareLocation' }
	| {
			type: 'calendar';
			title: string;
			description?: string;
			/** ISO 8601 with offset. */
			startTime: string;
			endTime: string;
	  }
);
export type WebviewSize = 'full' | 'half' | 'tall';

export const fallbackChannels = ['sms', 'mms', 'whatsapp'] as const;
export type FallbackChannel = (typeof fallbackChannels)[number];

export type FallbackStep =
	| { channel: 'sms'; from?: string; text: string; maxParts?: number }
	| { channel: 'mms'; from?: string; text?: string; subject?: string; mediaUrls: string[] }
	| { channel: 'whatsapp'; senderId: string; templateId?: string; body?: unknown };

export const trafficTypes = [
	'authentication',
	'transaction',
	'promotion',
	'serviceRequest',
	'acknowledgement',
] as const;
export type TrafficType = (typeof trafficTypes)[number];

export const weekdays = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** Times are `HH:mm` in UTC. */
export interface DeliveryWindow {
	days: Weekday[];
	from: string;
	to: string;
}

export interface Correlation {
	campaignId?: string;
	/** Your own id for the message; comes back in its events. */
	clientRef?: string;
	label?: string;
	/** Free text that comes back in delivery reports. */
	callbackData?: string;
}
