import { types } from 'node:util';

/**
 * SQLSTATEs that mean "not now": no connection (08), no resources (53), somebody ended or starts the server
 * (57P), and a replica that takes no writes (25006).
 */
const STATES = /^(08|53|57P|25006)/;

const NETWORK = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'ETIMEDOUT',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOENT',
]);

/** What the driver says without a code. */
const WORDS =
	/connection terminated|query read timeout|timeout exceeded when trying to connect|not queryable|pool after calling end|PGlite is clos/i;

/** Whether an error of the store means that it cannot be asked now, and says nothing of what was asked. */
export function isStoreLost(error: unknown): error is Error {
	if (!types.isNativeError(error)) return false;
	// Postgres ends the connection, or did not let it begin.
	if ('severity' in error && error.severity === 'FATAL') return true;
	if ('code' in error && typeof error.code === 'string')
		return NETWORK.has(error.code) || (error.code.length === 5 && STATES.test(error.code));
	return WORDS.test(error.message);
}

/** SQLSTATEs of two transactions that were in the way of each other; Postgres ended one of them. */
const COLLISIONS: readonly unknown[] = ['40001', '40P01'];

/** Whether a transaction was undone only because of another one at the same moment: done again, it works. */
export function isCollision(error: unknown): boolean {
	return types.isNativeError(error) && 'code' in error && COLLISIONS.includes(error.code);
}
