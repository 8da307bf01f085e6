import { bubble, el } from './dom.js';
import { drawAnswers } from './form.js';
import { moment } from './legs.js';
import { file } from './media.js';

/** What the person did that is no message: it stands between the bubbles. */
const notes = {
	action: ({ text }) => `Tapped “${text}”`,
	unsubscribe: () => 'Unsubscribed in the menu of the conversation',
	subscribe: () => 'Subscribed in the menu of the conversation',
};

const said = {
	location: ({ location }) => bubble(`Shared a place: ${location.latitude}, ${location.longitude}`),
	file: ({ file: sent }) => file(sent),
	form: ({ form }, answered) => drawAnswers(form, answered),
};

/** Whether it answers a message: then its chips have done what they are for. */
export const isAnswer = ({ kind }) => notes[kind] === undefined && kind !== 'location';

/** What the person did; `answered` is the message it belongs to, if it is here. */
export function drawInbound(inbound, answered) {
	const { kind, text, at, seenAt } = inbound;
	const note = notes[kind]?.(inbound);
	if (note) return el('div', { class: 'note' }, note);
	const shown = said[kind]?.(inbound, answered) ?? bubble(text);
	return el('div', { class: 'entry mine' }, shown, moment(at, seenAt ? 'Seen' : undefined));
}
