import { bubble, el } from './dom.js';
import { ticks } from './icons.js';
import { file } from './media.js';

const clock = (time) =>
	new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

/** When it was, below what was said. */
export const moment = (at, ...more) =>
	el('div', { class: 'meta' }, el('time', { datetime: at }, clock(at)), ...more);

const words = { sent: 'Sent', delivered: 'Delivered', read: 'Read' };

function meta({ state, times }) {
	const at = times.delivered ?? times.sent ?? times.queued;
	const line = moment(at, ticks(state), el('span', {}, words[state] ?? 'Sent'));
	line.classList.add(state);
	return line;
}

const arrived = ({ state }) => state === 'delivered' || state === 'read';

const channels = { RCS: 'RCS', SMS: 'SMS', MMS: 'MMS', WHATSAPP: 'WhatsApp' };

const losses = {
	notReachable: (channel) => `this phone has no ${channel}`,
	blocked: () => 'this phone blocks the sender',
	expired: () => 'it expired while the phone was offline',
	badTemplate: () => 'template and parameters do not match',
};

/** The steps of a fallback, one after the other. */
const stepsFrom = (step) => (step ? [step, ...stepsFrom(step.next)] : []);

/** How a message came, or why it did not, channel by channel; `body` draws it as RCS. */
export const drawLegs = (message, body) =>
	message.legs.flatMap((leg, index) => drawLeg(message, leg, message.legs[index + 1], body));

function drawLeg(message, leg, next, body) {
	if (leg.state === 'revoked') return [note('The business took a message back before it arrived.')];
	if (leg.reason) return [lost(leg, next)];
	if (!arrived(leg)) return [];
	if (leg.channel === 'RCS') return [...body().filter(Boolean), meta(leg)];
	return [fallback(message, leg)];
}

const note = (text, more = '') => el('div', { class: `note ${more}` }, text);

function lost({ channel, reason }, next) {
	const name = channels[channel];
	const then = next ? `, so it went by ${channels[next.channel]}` : '';
	return note(`${name} not delivered: ${losses[reason](name)}${then}.`, 'lost');
}

function fallback(message, leg) {
	const step = stepsFrom(message.fallback).find(({ channel }) => channel === leg.channel);
	const pictures = step.mediaUrls.map((url) => file({ url }));
	const label = el('span', { class: `badge ${leg.channel.toLowerCase()}` }, channels[leg.channel]);
	return el('div', { class: 'entry sms' }, label, bubble(step.text), ...pictures, meta(leg));
}
