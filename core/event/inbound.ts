import { isUnmistakable, readKeyword } from './keywords';
import type { EventType } from './types';

/** What a person said, however they said it. */
export interface Said {
	type: EventType;
	text: string | undefined;
	postbackData?: string | undefined;
	keyword?: string;
}

/** A text the person wrote. A stop or start word as the whole text is an opt-out or opt-in. */
export function readTyped(text: string, answersUs: boolean): Said {
	return readWord(text) ?? { type: answersUs ? 'message.replied' : 'message.received', text };
}

/**
 * A tap on a reply chip. Its text was written by the sender: "Cancel" may be about an appointment and
 * "Start" about a quiz, so only words that can mean nothing else are an opt-out, and none is an opt-in.
 */
export function readTapped(text: string | undefined, postbackData: string | undefined): Said {
	const said = isUnmistakable(text ?? '') ? readWord(text ?? '') : undefined;
	return { ...(said ?? { type: 'message.replied', text }), postbackData };
}

function readWord(text: string): Said | undefined {
	const said = readKeyword(text);
	if (!said) return undefined;
	const type = said.meaning === 'optOut' ? 'user.optedOut' : 'user.optedIn';
	return { type, text, keyword: said.keyword };
}
