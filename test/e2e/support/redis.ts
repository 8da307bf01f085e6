import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimPort } from '../../../scripts/n8n/port';
import { startTethered, type Tethered } from '../../tethered';

const PROGRAM = 'redis-server';

export interface RedisServer extends Tethered {
	port: number;
}

/**
 * Starts a Redis of our own, which keeps nothing on disk and listens on this machine only.
 *
 * @throws Error that says what to install where the machine has none.
 */
export async function startRedis(): Promise<RedisServer> {
	expectInstalled();
	const folder = mkdtempSync(join(tmpdir(), 'rcs-redis-'));
	const port = await claimPort(undefined, 'Redis');
	const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
	const words = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
	return { port, ...(await startTethered([PROGRAM, ...words], { folder })) };
}

function expectInstalled(): void {
	try {
		execFileSync(PROGRAM, ['--version'], { stdio: 'ignore' });
	} catch {
		throw new Error(
			'The tests of n8n in queue mode need Redis, and none is installed. Install it, e.g. with "apt-get install redis-server".',
		);
	}
}
