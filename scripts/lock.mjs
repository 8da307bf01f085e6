import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process does; waits for a live holder, takes over from a dead one.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
	while (!take(file)) await sleep(250);
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

/** @param {string} file */
function take(file) {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
	}
	if (!holderLives(file)) rmSync(file, { force: true });
	return false;
}

/** @param {string} file */
function holderLives(file) {
	try {
		const pid = Number(readFileSync(file, 'utf8'));
		// An empty file belongs to a process that is just writing it.
		if (pid > 0) process.kill(pid, 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}
