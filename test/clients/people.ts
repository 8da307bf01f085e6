import type { EventType, RcsEvent } from '../../core/event/types';

/** People of a CRM, and what happened with them: everything that may look different on the wire. */

const PEOPLE = 120;

/** Phones that no record has. */
const STRANGERS = 5;

const phoneOf = (index: number): string => `+1555010${String(index).padStart(4, '0')}`;

const texts = [
	'Ja, gerne 👍',
	'Prix réduit à 5 €?',
	'"No", <b>thanks</b> & bye',
	'a,b\nc\td',
	'漢字',
];

/** What happens with a message in order, and in the end an opt-out of some. */
const story: readonly EventType[] = ['message.sent', 'message.delivered', 'message.read'];

function eventsOf(index: number): RcsEvent[] {
	const own = index % 9 === 0 ? [...story, 'user.optedOut' as const] : story;
	const replied = index % 4 === 0 ? [...own, 'message.replied' as const] : own;
	return replied.map((type, at) => ({
		eventId: `${type} ${index}`,
		provider: 'infobip',
		type,
		user: phoneOf(index),
		messageId: `message-${index}`,
		occurredAt: new Date(Date.UTC(2030, 0, 31, 10, at, index)).toISOString(),
		channel: 'rcs',
		agent: 'DemoShop',
		...(type === 'message.sent' ? { campaignId: `Frühling "${index % 7}" 🌷` } : {}),
		...(type === 'message.replied' ? { text: texts[index % texts.length] ?? '' } : {}),
		raw: null,
	}));
}

const indexes = Array.from({ length: PEOPLE + STRANGERS }, (_, index) => index);

export const events: readonly RcsEvent[] = indexes.flatMap(eventsOf);

/** The phones as people typed them; the first is shared, and the last ones nobody has. */
export const typedPhones: readonly string[] = [
	phoneOf(0),
	...indexes.slice(0, PEOPLE).map(phoneOf),
];
