import { seeded } from '../../../sandbox/faults/seeded';

/** The same list in another order, always the same one for the same seed (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
	const random = seeded(seed);
	const pool = [...list];
	return list.flatMap(() => pool.splice(Math.floor(random() * pool.length), 1));
}

/** Every tenth of a list once more. */
export function withDuplicates<T>(list: readonly T[]): T[] {
	return [...list, ...list.filter((_, i) => i % 10 === 0)];
}

/** A list in parts of very different sizes. */
export function inParts<T>(list: readonly T[], parts: number, seed: number): T[][] {
	const random = seeded(seed);
	const cuts = Array.from({ length: parts - 1 }, () => Math.floor(random() * list.length));
	const edges = [0, ...cuts.sort((a, b) => a - b), list.length];
	return edges.slice(1).map((end, i) => list.slice(edges[i], end));
}
