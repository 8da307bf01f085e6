import { useState } from 'preact/hooks';

/** A place in a long list whose newest rows come first. */
export interface Pages {
	/** Rows older than this one; absent on the first page. */
	before: number | undefined;
	older(before: number): void;
	newer(): void;
	newest(): void;
}

/** Keeps the way to an older page, so that it can be gone back step by step. */
export function usePages(): Pages {
	const [way, setWay] = useState<readonly number[]>([]);
	return {
		before: way.at(-1),
		older: (before) => setWay((gone) => [...gone, before]),
		newer: () => setWay((gone) => gone.slice(0, -1)),
		newest: () => setWay([]),
	};
}
