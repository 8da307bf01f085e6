import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 40_000;
const STEP_MS = 10;

/** Waits until there is a value. */
export async function until<T>(
	look: () => T | undefined | false | Promise<T | undefined | false>,
	what = 'what was waited for',
): Promise<T> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
		if (Date.now() > deadline) throw new Error(`Never came: ${what}`);
		await sleep(STEP_MS);
	}
}
