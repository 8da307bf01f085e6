import { useState } from 'preact/hooks';

export interface Selection {
	ids: readonly number[];
	has(id: number): boolean;
	toggle(id: number): void;
	/** All of these, or none where all of them are chosen. */
	toggleAll(ids: readonly number[]): void;
	clear(): void;
}

/** Rows that somebody chose. */
export function useSelection(): Selection {
	const [ids, setIds] = useState<readonly number[]>([]);
	const has = (id: number) => ids.includes(id);
	return {
		ids,
		has,
		toggle: (id) => setIds(has(id) ? ids.filter((one) => one !== id) : [...ids, id]),
		toggleAll: (all) => setIds(all.every(has) ? [] : all),
		clear: () => setIds([]),
	};
}
