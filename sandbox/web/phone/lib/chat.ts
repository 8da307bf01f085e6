import type { Agent, Entry, InboundEntry, Leg, MessageEntry } from './types';

/** What a person did that is no message: it stands between the bubbles. */
const noteKinds: readonly InboundEntry['kind'][] = ['action', 'unsubscribe', 'subscribe'];

export const isNote = ({ kind }: InboundEntry): boolean => noteKinds.includes(kind);

/** Whether it answers a message: then its chips have done what they are for. */
const isAnswer = (entry: InboundEntry): boolean => !isNote(entry) && entry.kind !== 'location';

export const isOnPhone = ({ state }: Leg): boolean => state === 'delivered' || state === 'read';

/** Whether the phone can show something of it: what it got, or why it got nothing. */
const isSettled = ({ legs }: MessageEntry): boolean =>
	legs.some((leg) => isOnPhone(leg) || leg.reason !== undefined || leg.state === 'revoked');

/** A conversation of a phone with one agent. */
export interface Chat {
	agent: Agent;
	/** What the phone shows, oldest first. */
	shown: readonly Entry[];
	/** How many messages wait for the phone. */
	waiting: number;
	/** The message whose chips are shown. */
	chipsOf?: MessageEntry;
	/** What was shown last, by time. */
	latest?: Entry;
	subscribed: boolean;
}

/** The conversations of a phone, the one with the latest entry first. */
export function chatsOf(timeline: readonly Entry[]): Chat[] {
	const byAgent = Map.groupBy(timeline, ({ agent }) => `${agent.provider} ${agent.id}`);
	const chats = [...byAgent.values()].flatMap((entries) => {
		const [first] = entries;
		return first ? [chatOf(first.agent, entries)] : [];
	});
	const rank = ({ latest }: Chat) => (latest ? timeline.indexOf(latest) : -1);
	return chats.toSorted((a, b) => rank(b) - rank(a));
}

function chatOf(agent: Agent, entries: readonly Entry[]): Chat {
	const shown = entries.filter((entry) => entry.type === 'inbound' || isSettled(entry));
	const messages = entries.filter((entry) => entry.type === 'message');
	// What the phone never saw takes nothing away from it.
	const last = shown.findLast((entry) =>
		entry.type === 'message' ? entry.legs.some(isOnPhone) : isAnswer(entry),
	);
	const latest = shown.at(-1);
	const choice = shown.findLast(
		(entry) => entry.type === 'inbound' && /^(un)?subscribe$/.test(entry.kind),
	);
	return {
		agent,
		shown,
		waiting: messages.filter(({ state }) => state === 'sent').length,
		subscribed: choice?.type !== 'inbound' || choice.kind !== 'unsubscribe',
		...(latest && { latest }),
		// An action does not answer the message: its chips stay, as on a handset.
		...(last?.type === 'message' && hasChips(last) && { chipsOf: last }),
	};
}

/** A conversation in which nothing was said yet. */
export const emptyChat = (agent: Agent): Chat => ({
	agent,
	shown: [],
	waiting: 0,
	subscribed: true,
});

type Key = Pick<Agent, 'provider' | 'id'>;

export const sameAgent = (a: Key | undefined, b: Key | undefined): boolean =>
	a?.provider === b?.provider && a?.id === b?.id;

const hasChips = ({ legs: [rcs], content }: MessageEntry): boolean =>
	isOnPhone(rcs) && content.suggestions.length > 0;

/** When an entry happened, for the phone: a message when it arrived. */
export function timeOf(entry: Entry): string {
	if (entry.type === 'inbound') return entry.at;
	const times = (entry.legs.findLast(isOnPhone) ?? entry.legs[0]).times;
	return times.delivered ?? times.sent ?? entry.createdAt;
}

/** An entry in a few words, as a list of conversations shows it. */
export function summaryOf(entry: Entry): string {
	if (entry.type === 'inbound') return `You: ${said(entry)}`;
	const { content, legs, fallback } = entry;
	if (!isOnPhone(legs[0])) return legs.some(isOnPhone) ? (fallback?.text ?? '') : 'Not delivered';
	switch (content.kind) {
		case 'text':
			return content.text;
		case 'file':
			return 'File';
		case 'card':
			return content.card.title ?? content.card.description ?? 'Card';
		case 'carousel':
			return content.cards[0]?.title ?? 'Cards';
		case 'form':
			return content.title;
	}
}

function said({ kind, text, file }: InboundEntry): string {
	switch (kind) {
		case 'location':
			return 'Location';
		case 'file':
			return file?.name ?? 'File';
		case 'form':
			return 'Form';
		case 'unsubscribe':
			return 'Unsubscribed';
		case 'subscribe':
			return 'Subscribed';
		default:
			return text;
	}
}
