import type { CrmRecord, Source } from './records';

/** What happened to a contact. */
export type Change = { record: CrmRecord; at: number; source: Source } & (
	| { kind: 'creation' | 'deletion' | 'privacyDeletion' }
	| { kind: 'propertyChange'; property: string; value: string }
	/** `merged` became part of the record. */
	| { kind: 'merge'; merged: CrmRecord }
);

/** Tells those who listen what is committed, at that moment. */
export interface Changes {
	on(listener: (change: Change) => void): void;
	tell(change: Change): void;
}

export function createChanges(): Changes {
	const listeners: ((change: Change) => void)[] = [];
	return {
		on: (listener) => void listeners.push(listener),
		tell: (change) => {
			if (change.record.type === 'contacts') for (const listener of listeners) listener(change);
		},
	};
}
