import { setTimeout as sleep } from 'node:timers/promises';
import { isStoreLost } from './lost';

/** How long a server is waited for that is not there yet, such as one that starts together with the service. */
const PATIENCE_MS = 60_000;

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;

export interface Waiting {
	patienceMs?: number;
	/** Told once, when there is something to wait for. */
	onWaiting?: (message: string) => void;
}

/**
 * Asks a Postgres server until it answers. What no time heals, such as a wrong password, is not waited for.
 *
 * @throws Error that names the server without its password, the key it stands at, and what to do.
 */
export async function whenThere(
	url: string,
	ask: () => Promise<unknown>,
	{ patienceMs = PATIENCE_MS, onWaiting = () => undefined }: Waiting = {},
): Promise<void> {
	const deadline = performance.now() + patienceMs;
	for (let pauseMs = FIRST_PAUSE_MS, tries = 1; ; pauseMs *= 2, tries += 1) {
		const error = await ask().then(
			() => undefined,
			(error: unknown) => error,
		);
		if (error === undefined) return;
		if (!isStoreLost(error)) throw error;
		if (isRefusal(error)) throw told(url, 'does not let this service in', error, CORRECT);
		if (performance.now() >= deadline) throw told(url, 'cannot be reached', error, START);
		if (tries === 1) onWaiting(told(url, 'cannot be reached yet', error, WAITED_FOR).message);
		await sleep(Math.min(pauseMs, LONGEST_PAUSE_MS, Math.max(0, deadline - performance.now())));
	}
}

const CORRECT = 'Correct the user, the password or the name of the database in that address.';
const START = 'Start it, or correct that address.';
const WAITED_FOR = 'It is waited for.';

/** SQLSTATEs of a user, password or database that is wrong. */
function isRefusal(error: Error): boolean {
	return 'code' in error && /^(28|3D)/.test(String(error.code));
}

function told(url: string, what: string, cause: Error, advice: string): Error {
	return new Error(
		`The Postgres server ${placeOf(url)} (database.url, or the variable RCS_DATABASE_URL) ${what}: ${wordsOf(cause)}. ${advice}`,
		{ cause },
	);
}

/** Where the database is, without user and password. */
function placeOf(url: string): string {
	const { host, pathname, searchParams } = new URL(url);
	return `${searchParams.get('host') ?? host}${pathname}`;
}

/** Where a name has several addresses, what failed at each of them has no words of its own. */
function wordsOf(error: Error): string {
	return error.message || ('code' in error ? String(error.code) : error.name);
}
