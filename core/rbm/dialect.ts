import type { JsonObject } from '../json';
import type { Media } from '../message/types';

/**
 * What differs between providers whose content is Google's `AgentContentMessage` (RBM), or was modelled
 * on it.
 */
export interface Dialect {
	/** The members that say where a file is, alone and in the media of a card. */
	file(media: Media): JsonObject;
	/** The orientation of a card that names none. Absent: it is left to the provider. */
	orientation?: 'vertical';
	/** Whether a link that opens in no webview names the browser. */
	namesBrowser: boolean;
}

/** A word as RBM writes the names of its choices. */
export function upper(word: string): string {
	return word.toUpperCase();
}
