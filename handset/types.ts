import type { Content as MessageContent } from '../core/message/types';

/** The words of a handset: what a person holds in the hand, whoever sent it and by which provider. */

/** What drawing needs of a message; templates and raw content have no look of their own. */
export type HandsetContent = Exclude<MessageContent, { kind: 'template' | 'raw' }>;

/** The business sender above a chat. */
export interface HandsetAgent {
	name: string;
	/** `#rrggbb`, the accent of the chat. */
	color: string;
	/** Absent: the first letter of the name stands for it. */
	logoUrl?: string;
	verified: boolean;
}

/** Whose messages app is drawn: Google's or Apple's. */
export const lookNames = ['android', 'ios'] as const;
export type Look = (typeof lookNames)[number];
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];
