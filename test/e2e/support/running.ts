import type { World } from '../../../scripts/world/world';

interface Running {
	world: World;
	/** Everything this run wrote. */
	folder: string;
}

const place = globalThis as { rcsEndToEnd?: Running };

/** From the set-up to the teardown; jest gives them nothing else in common. */
export function keep(running: Running): void {
	place.rcsEndToEnd = running;
}

export const kept = (): Running | undefined => place.rcsEndToEnd;
