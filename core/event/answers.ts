import { isUnmistakable, readKeyword } from './keywords';
import { wholeText } from './optOutText';
import type { RcsEvent } from './types';

/** A text as answers are compared: how it is written and what stands around it make no difference. */
export function asWord(text: string): string {
	return wholeText(text).toLowerCase();
}

/**
 * The word that a text is, where rules read it as an opt-out or an opt-in, or as what may be one, and where it means
 * something else to whoever was just asked for it: "Cancel" the appointment, "Red" the colour. STOP means nothing else.
 */
export function otherMeaning({
	type,
	text = '',
	postbackData,
	optOut,
}: RcsEvent): string | undefined {
	if (postbackData !== undefined || asWord(text) === '' || isUnmistakable(text)) return undefined;
	const isKeyword = type === 'user.optedOut' || type === 'user.optedIn';
	const means = isKeyword ? readKeyword(text) !== undefined : optOut !== undefined;
	return means ? asWord(text) : undefined;
}

/** The same text as an answer to a question, and nothing else. */
export function asAnswer({ optOut: _, keyword: __, ...event }: RcsEvent): RcsEvent {
	return { ...event, type: 'message.replied' };
}
