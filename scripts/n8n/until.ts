import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until there is something. */
export async function until<T>(
	timeoutMs: number,
	what: string,
	look: () => Promise<T | undefined>,
): Promise<T> {
	for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(100)) {
		const found = await look();
		if (found !== undefined) return found;
	}
	throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`);
}
