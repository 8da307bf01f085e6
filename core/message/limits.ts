import type { ContentKind, FallbackChannel, SuggestionType } from './types';

/** Numbers a provider is known by. Texts are counted in code points, URLs in characters. */
export interface Limits {
	text: number;
	title: number;
	description: number;
	suggestionText: number;
	postbackData: number;
	suggestionsPerMessage: number;
	suggestionsPerCard: number;
	/** Chips under a card or carousel, beside the buttons on its cards. */
	suggestionsBesideCards: number;
	cards: { min: number; max: number };
	url: number;
	formFields: number;
	locationLabel: number;
	calendarTitle: number;
	calendarDescription: number;
	messageId: number;
	campaignId: number;
	clientRef: number;
	label: number;
	callbackData: number;
	mmsSubject: number;
	mmsText: number;
}

/** What RCS Business Messaging itself allows (Google's RBM reference); providers narrow it. */
export const rcsLimits: Limits = {
	text: 3072,
	title: 200,
	description: 2000,
	suggestionText: 25,
	postbackData: 2048,
	suggestionsPerMessage: 11,
	suggestionsPerCard: 4,
	suggestionsBesideCards: 11,
	cards: { min: 2, max: 10 },
	url: 2048,
	formFields: 20,
	locationLabel: 100,
	calendarTitle: 100,
	calendarDescription: 500,
	messageId: 200,
	campaignId: 255,
	clientRef: 4000,
	label: 100,
	callbackData: 4000,
	mmsSubject: 66,
	mmsText: 4096,
};

/** Options of a message that not every provider has. What a provider lacks is refused or dropped. */
export const messageOptions = [
	'validity',
	'expiresAt',
	'schedule',
	'deliveryWindow',
	'clickTracking',
	'shortenUrls',
	'campaignId',
	'clientRef',
	'label',
	'callbackData',
	'statusUrl',
	'notify',
	'simulate',
	'from',
	'fallbackFrom',
	'language',
	'traffic',
	'altText',
	'fileName',
	'mimeType',
	'forceRefresh',
	'thumbnail',
	'orientation',
	'width',
	'webview',
	'actionPostback',
] as const;
export type MessageOption = (typeof messageOptions)[number];

/**
 * Options that only help: a message says the same without them. A provider that lacks one gets the
 * message without it, and the change is reported.
 */
export const hints: readonly MessageOption[] = [
	'clientRef',
	'traffic',
	'altText',
	'fileName',
	'mimeType',
	'forceRefresh',
	'thumbnail',
	'orientation',
	'width',
	'webview',
	'actionPostback',
];

/**
 * Options without which it would be another message: a test would reach a person, and what is meant
 * for later would go out now. They are refused where a provider lacks them, and never left out.
 */
export const essentials: readonly MessageOption[] = ['simulate', 'schedule', 'deliveryWindow'];

/** Parts of a message that may have to be of a certain form. */
export type PatternedOption =
	| 'id'
	| 'from'
	| 'templateId'
	| 'clientRef'
	| 'label'
	| 'campaignId'
	| 'whatsappSender'
	| 'whatsappTemplate';

export interface TextPattern {
	/** A regular expression, as text. */
	pattern: string;
	/** The form in words, after "must be". */
	words: string;
}

/** What the message part of a provider's profile says: enough to validate and to downgrade. */
export interface MessageProfile {
	displayName: string;
	content: readonly ContentKind[];
	suggestions: readonly SuggestionType[];
	limits: Limits;
	options: readonly MessageOption[];
	/** What a variable of a template may hold. Absent: text. */
	templateVariables?: 'json';
	/** Whether the provider itself writes `placeholders` into `{name}` in texts. */
	fillsPlaceholders?: true;
	/** Whether a calendar entry has to be in the future. */
	calendarInFuture?: true;
	/** Whether a card needs a title or a picture; a description alone is not enough. */
	cardNeedsTitleOrMedia?: true;
	/** Pairs of options that share one field at the provider; the second gives way to the first. */
	exclusive?: readonly (readonly [MessageOption, MessageOption])[];
	/** Options that are taken only together with another, e.g. where one switch sets both. */
	needs?: Readonly<Partial<Record<MessageOption, MessageOption>>>;
	/** Ids and names the provider takes only in a certain form. */
	patterns?: Readonly<Partial<Record<PatternedOption, TextPattern>>>;
	/** What stands for an uploaded file where a file or picture has its address. Absent: nothing does. */
	uploadedFiles?: { pattern: string };
	fallback: {
		channels: readonly FallbackChannel[];
		/** The most steps; each channel at most once. */
		max: number;
		/** A channel that is taken only together with another, e.g. WhatsApp with SMS. */
		needs?: Readonly<Partial<Record<FallbackChannel, FallbackChannel>>>;
	};
	/** Seconds a message may stay valid. Absent where the provider has no validity. */
	validity?: { min: number; max: number };
	/** How far ahead a message may be scheduled. Absent where the provider has no schedule. */
	schedule?: { maxDays: number };
}

/** How many suggestions may stand under a content; those on its cards do not count. */
export function suggestionsUnder(kind: ContentKind, limits: Limits): number {
	return kind === 'card' || kind === 'carousel'
		? limits.suggestionsBesideCards
		: limits.suggestionsPerMessage;
}
