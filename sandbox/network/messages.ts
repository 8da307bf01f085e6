import type { Inbound, Message } from './types';

/** A long load test must not fill the memory: beyond this the oldest are forgotten. */
const KEPT = 50_000;

export type Entry = { type: 'message'; message: Message } | { type: 'inbound'; inbound: Inbound };

export interface MessageStore {
	/** False when the provider's agent used this id before. */
	add(message: Message): boolean;
	find(provider: string, id: string): Message | undefined;
	list(): Message[];
	addInbound(inbound: Inbound): void;
	findInbound(provider: string, id: string): Inbound | undefined;
	/** What a phone took part in, oldest first. */
	timeline(phone: string): Entry[];
	/** The numbers that took part in anything, in the order of their first time. */
	numbers(): string[];
	/** The message that was written to the phone last, by this agent or by any. */
	lastTo(phone: string, agent?: string): Message | undefined;
	reset(): void;
}

/** Everything that was committed. */
export function createMessageStore(): MessageStore {
	const messages = new Map<string, Message>();
	const inbounds = new Map<string, Inbound>();
	const timelines = new Map<string, Entry[]>();
	const key = (provider: string, id: string): string => `${provider} ${id}`;

	function append(phone: string, entry: Entry): void {
		const timeline = timelines.get(phone);
		if (timeline) timeline.push(entry);
		else timelines.set(phone, [entry]);
	}

	function forgetOldest(): void {
		const oldest = messages.entries().next();
		if (oldest.done) return;
		const [oldestKey, message] = oldest.value;
		messages.delete(oldestKey);
		const rest = (timelines.get(message.to) ?? []).filter(
			(entry) => entry.type !== 'message' || entry.message !== message,
		);
		timelines.set(message.to, rest);
	}

	return {
		add(message) {
			const id = key(message.agent.provider, message.id);
			if (messages.has(id)) return false;
			messages.set(id, message);
			append(message.to, { type: 'message', message });
			if (messages.size > KEPT) forgetOldest();
			return true;
		},
		find: (provider, id) => messages.get(key(provider, id)),
		list: () => [...messages.values()],
		addInbound(inbound) {
			inbounds.set(key(inbound.agent.provider, inbound.id), inbound);
			append(inbound.phone, { type: 'inbound', inbound });
		},
		findInbound: (provider, id) => inbounds.get(key(provider, id)),
		timeline: (phone) => timelines.get(phone) ?? [],
		numbers: () => [...timelines.keys()],
		lastTo(phone, agent) {
			const entries = timelines.get(phone) ?? [];
			const messagesTo = entries.flatMap((entry) =>
				entry.type === 'message' ? entry.message : [],
			);
			return messagesTo.findLast((message) => agent === undefined || message.agent.id === agent);
		},
		reset() {
			messages.clear();
			inbounds.clear();
			timelines.clear();
		},
	};
}
