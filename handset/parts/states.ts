import { box, element, type Element } from '../element';
import { icon } from '../icons';
import type { Look } from '../types';

/** How far a message of the person has come. */
export type SentState = 'sent' | 'delivered' | 'read';

const words: Record<SentState, string> = { sent: 'Sent', delivered: 'Delivered', read: 'Read' };

/** The line under what the person wrote: words, and on Android ticks. */
export function stateLine(state: SentState, look: Look, time?: string): Element {
	const text = time === undefined ? words[state] : `${words[state]} ${time}`;
	const ticks = look === 'android' ? icon(state === 'sent' ? 'tick' : 'ticks') : undefined;
	return element('div', { class: 'rcs-state', 'data-state': state }, ticks, text);
}

/** A line between messages: a day, or what the phone itself has to say. */
export function dayLine(text: string): Element {
	return box('rcs-day', text);
}

/** Three dots: the agent is writing. */
export function typingDots(): Element {
	const dots = [1, 2, 3].map(() => element('span', { class: 'rcs-dot' }));
	return element('div', { class: 'rcs-typing', role: 'img', 'aria-label': 'Typing' }, ...dots);
}
