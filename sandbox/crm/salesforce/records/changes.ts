import type { SfRecord } from '../schema/types';
import type { Values } from './store';

/** Who writes, and with what. */
export interface Author {
	userId: string;
	/** The API and the client that says its name, as change events have them; people have none. */
	origin?: string;
}

/** A record that was written. */
export interface Change {
	kind: 'CREATE' | 'UPDATE' | 'DELETE';
	record: SfRecord;
	/** As it is now, or was when it was deleted. */
	values: Values;
	/** The fields of an update that have other values. */
	changed: readonly string[];
	by: Author;
}

type Listener = (changes: readonly Change[]) => void;

/** Tells what was committed, one transaction at a time. What is undone is not told. */
export interface Changes {
	on(listener: Listener): void;
	note(change: Change): void;
	/** What is noted from now on is told when it is `end`ed: kept, or thrown away. */
	begin(): void;
	end(isKept: boolean): void;
}

export function createChanges(): Changes {
	const listeners: Listener[] = [];
	const open: Change[][] = [];
	const tell = (changes: readonly Change[]): void => {
		if (changes.length > 0) for (const listener of listeners) listener(changes);
	};
	return {
		on: (listener) => void listeners.push(listener),
		note(change) {
			const inner = open.at(-1);
			if (inner) inner.push(change);
			else tell([change]);
		},
		begin: () => void open.push([]),
		end(isKept) {
			const own = open.pop() ?? [];
			const outer = open.at(-1);
			if (!isKept) return;
			if (outer) outer.push(...own);
			else tell(own);
		},
	};
}

/** The names of the members that differ. */
export function changedFields(before: Values, after: Values): string[] {
	return Object.keys(after).filter((name) => (before[name] ?? null) !== (after[name] ?? null));
}
