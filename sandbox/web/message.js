import { el, textWithLinks } from './dom.js';
import { ticks } from './icons.js';
import { cardMedia, file } from './media.js';
import { cardButtons } from './suggestions.js';

const bubble = (text) => el('div', { class: 'bubble' }, ...textWithLinks(text));

function card(message, content, index, classes = '') {
	const media = cardMedia(content);
	return el(
		'div',
		{
			class: `card ${classes} ${media ? 'pictured' : ''}`,
			role: 'group',
			'aria-label': content.title ?? 'Card',
		},
		media,
		el(
			'div',
			{ class: 'words' },
			content.title && el('div', { class: 'title' }, content.title),
			content.description &&
				el('div', { class: 'description' }, ...textWithLinks(content.description)),
		),
		cardButtons(message, content, index),
	);
}

function body(message) {
	const { content } = message;
	switch (content.kind) {
		case 'text':
			return [bubble(content.text)];
		case 'file':
			return [file(content)];
		case 'card':
			return [
				content.text && bubble(content.text),
				card(message, content.card, 0, `${content.orientation} ${content.imageAlignment}`),
			];
		case 'carousel':
			return [
				content.text && bubble(content.text),
				el(
					'div',
					{
						class: `carousel ${content.width}`,
						role: 'group',
						'aria-label': 'Cards',
						tabindex: '0',
					},
					...content.cards.map((each, index) => card(message, each, index)),
				),
			];
	}
}

const clock = (time) =>
	new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

const words = { sent: 'Sent', delivered: 'Delivered', read: 'Read' };

function meta(leg) {
	const word = words[leg.state] ?? 'Sent';
	const time = leg.times.delivered ?? leg.times.sent ?? leg.times.queued;
	return el(
		'div',
		{ class: `meta ${leg.state}` },
		el('time', { datetime: time }, clock(time)),
		ticks(leg.state),
		el('span', {}, word),
	);
}

const arrived = ({ state }) => state === 'delivered' || state === 'read';

const losses = {
	notReachable: 'this phone has no RCS',
	blocked: 'this phone blocks the sender',
	expired: 'it expired while the phone was offline',
	badTemplate: 'template and parameters do not match',
};

/** A message of the business: what the handset shows, and below it how far we know it got. */
export function drawMessage(message) {
	const nodes = message.legs.flatMap((leg) => drawLeg(message, leg));
	return el('div', { class: 'entry' }, ...nodes);
}

function drawLeg(message, leg) {
	if (leg.reason) {
		const then = message.fallback ? `, so it went by ${message.fallback.channel}` : '';
		return [el('div', { class: 'note lost' }, `RCS not delivered: ${losses[leg.reason]}${then}.`)];
	}
	if (!arrived(leg)) return [];
	if (leg.channel === 'RCS') return [...body(message), meta(leg)].filter(Boolean);
	const pictures = message.fallback.mediaUrls.map((url) => file({ url }));
	const label = el('span', { class: 'badge' }, leg.channel);
	return [
		el('div', { class: 'entry sms' }, label, bubble(message.fallback.text), ...pictures, meta(leg)),
	];
}

/** What the person did. */
export function drawInbound({ kind, text, location, at, seenAt }) {
	if (kind === 'action') return el('div', { class: 'note' }, `Tapped “${text}”`);
	const said =
		kind === 'location' ? `Shared a place: ${location.latitude}, ${location.longitude}` : text;
	return el(
		'div',
		{ class: 'entry mine' },
		bubble(said),
		el(
			'div',
			{ class: 'meta' },
			el('time', { datetime: at }, clock(at)),
			seenAt ? 'Seen' : undefined,
		),
	);
}
