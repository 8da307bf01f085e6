import { useState } from 'preact/hooks';

export interface Selection {
	ids: readonly number[];
	has(id: number): boolean;
	toggle(id: number): void;
	/** All that are shown, or none where all of them are chosen. */
	toggleAll(): void;
	clear(): void;
}

/** Rows that somebody chose of those that are shown: what went away meanwhile is not chosen any more. */
export function useSelection(shown: readonly number[]): Selection {
	const [chosen, setChosen] = useState<readonly number[]>([]);
	const ids = shown.filter((id) => chosen.includes(id));
	return {
		ids,
		has: (id) => ids.includes(id),
		toggle: (id) =>
			setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id])),
		toggleAll: () => setChosen(ids.length === shown.length ? [] : shown),
		clear: () => setChosen([]),
	};
}
