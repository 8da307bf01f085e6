import { isDeepStrictEqual } from 'node:util';
import { until } from '../../../scripts/n8n/until';

/** A page draws in turns, on a busy machine slowly. */
const PATIENCE_MS = 60_000;

/** Reads until it is what is expected, and gives what was read last, for the test to say what differs. */
export async function settled<T>(expected: T, read: () => Promise<T>): Promise<T> {
	let seen = await read();
	const look = async () => {
		if (isDeepStrictEqual(seen, expected)) return true;
		seen = await read();
		return undefined;
	};
	await until(PATIENCE_MS, 'what is expected', look).catch(() => undefined);
	return seen;
}
