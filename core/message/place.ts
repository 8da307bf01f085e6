import type { RcsMessage } from './types';

/** Where an optional part of a message stands, and the message without it. */
export interface Place {
	path: string;
	used(message: RcsMessage): unknown;
	/** The message without this option. */
	without(message: RcsMessage): RcsMessage;
	/** An option that is a text, and the limit its length has. */
	text?: {
		limit: 'campaignId' | 'clientRef' | 'label' | 'callbackData' | 'url';
		read(message: RcsMessage): string | undefined;
	};
}
