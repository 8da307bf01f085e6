import { arrange, el } from './dom.js';
import { glyph } from './icons.js';
import { drawInbound, isAnswer } from './inbound.js';
import { drawMessage } from './message.js';
import { isOnHandset, openAgent, selectedPhone, state, timeline } from './state.js';
import { chips } from './suggestions.js';

const thread = document.getElementById('thread');
let atEnd = true;

thread.addEventListener('scroll', () => {
	atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 120;
});
// Pictures get their size when they are there; whoever read the end goes on reading it.
thread.addEventListener('load', () => atEnd && scrollToEnd(), { capture: true });

function scrollToEnd() {
	atEnd = true;
	thread.scrollTop = thread.scrollHeight;
}

/** Nodes are kept while what they show stays the same, so focus and scroll positions survive. */
const drawn = new Map();

function node(key, what, draw) {
	const signature = JSON.stringify(what);
	const known = drawn.get(key);
	if (known?.signature === signature) return known.node;
	const fresh = { signature, node: draw() };
	drawn.set(key, fresh);
	return fresh.node;
}

/** Draws the open conversation; `sendDemo` is what the empty state offers. */
export function drawThread(sendDemo) {
	const phone = selectedPhone();
	if (!phone) return;
	const agent = openAgent();
	const entries = timeline().filter((entry) => entry.agent.id === agent?.id);
	const shown = entries.filter((entry) => entry.type === 'inbound' || isSettled(entry));
	const waiting = entries.filter(
		(entry) => entry.type === 'message' && entry.state === 'sent',
	).length;
	const before = thread.childElementCount;

	const nodes = shown.map((entry) => drawEntry(entry, entries));
	// An action does not answer the message: its chips stay, as on a handset.
	const last = shown.findLast((entry) => entry.type === 'message' || isAnswer(entry));
	if (last?.type === 'message' && hasChips(last)) {
		nodes.push(node(`chips ${last.key}`, last.content.suggestions, () => chips(last)));
	}
	if (!phone.online) {
		const text =
			waiting > 0
				? `Offline: ${waiting} ${waiting === 1 ? 'message waits' : 'messages wait'} for this phone.`
				: 'This phone is offline.';
		nodes.push(node('offline', text, () => el('div', { class: 'note wait' }, text)));
	}
	if (state.typing?.phone === phone.number) {
		nodes.push(
			node('typing', agent, () => el('div', { class: 'note' }, `${agent.name} is typing…`)),
		);
	}
	if (entries.length === 0)
		nodes.unshift(node('empty', phone.number, () => empty(phone, sendDemo)));
	arrange(thread, nodes);
	if (atEnd || before === 0) scrollToEnd();
}

/** A form knows whether it was submitted, and what was submitted knows its form. */
function drawEntry(entry, entries) {
	if (entry.type === 'inbound') {
		const answered = entries.find(
			({ id, type }) => type === 'message' && id === entry.pairedMessageId,
		);
		return node(entry.key, entry, () => drawInbound(entry, answered));
	}
	const submitted = entries.some(
		({ kind, pairedMessageId }) => kind === 'form' && pairedMessageId === entry.id,
	);
	return node(entry.key, [entry, submitted], () => drawMessage(entry, submitted));
}

const isSettled = (message) =>
	isOnHandset(message) ||
	message.legs.some(({ reason, state: leg }) => reason || leg === 'revoked');

const hasChips = ({ legs: [rcs], content }) =>
	(rcs.state === 'delivered' || rcs.state === 'read') && content.suggestions.length > 0;

const empty = (phone, sendDemo) =>
	el(
		'div',
		{ class: 'empty' },
		glyph('chat'),
		el('strong', {}, 'No messages yet'),
		el('p', {}, `Send one to ${phone.number} from your workflow, or try it here:`),
		el('button', { type: 'button', onclick: sendDemo }, 'Send a demo message'),
	);
