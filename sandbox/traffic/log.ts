import { compact } from '../json';
import type { TrafficEntry, TrafficSummary } from './types';

/** A long load test must not fill the memory: beyond this the oldest are forgotten. */
export const ENTRIES_KEPT = 500;

export interface TrafficFilter {
	message?: string | undefined;
	phone?: string | undefined;
	provider?: string | undefined;
}

export interface TrafficLog {
	/** Keeps an entry. Whoever changes it afterwards says so with `changed`. */
	add(entry: TrafficEntry): void;
	changed(entry: TrafficEntry): void;
	find(id: string): TrafficEntry | undefined;
	/** The latest first. */
	list(filter: TrafficFilter): TrafficEntry[];
	on(listener: (entry: TrafficEntry) => void): () => void;
	clear(): void;
}

/** What went over the wire lately. */
export function createTrafficLog(): TrafficLog {
	const entries = new Map<string, TrafficEntry>();
	const listeners = new Set<(entry: TrafficEntry) => void>();
	const changed = (entry: TrafficEntry): void => {
		if (entries.has(entry.id)) for (const listener of listeners) listener(entry);
	};

	return {
		add(entry) {
			entries.set(entry.id, entry);
			if (entries.size > ENTRIES_KEPT) entries.delete(entries.keys().next().value ?? '');
			changed(entry);
		},
		changed,
		find: (id) => entries.get(id),
		list: ({ message, phone, provider }) =>
			[...entries.values()]
				.filter(
					(entry) =>
						(message === undefined || entry.messageIds.includes(message)) &&
						(phone === undefined || entry.phones.includes(phone)) &&
						(provider === undefined || entry.provider === provider),
				)
				.reverse(),
		on(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		clear: () => entries.clear(),
	};
}

/** An entry without what only its own page shows. */
export const summaryOf = (entry: TrafficEntry): TrafficSummary =>
	compact({ ...entry, headers: undefined, body: undefined, answer: undefined });
