import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** n8n gives itself half a minute for what it works on; what is killed before has not finished it. */
const ENDS_WITHIN_MS = 60_000;

/** A child that leads its own process group. */
export class ProcessGroup {
	readonly pid: number;
	exitCode: number | null | undefined;

	constructor(child: ChildProcess) {
		if (child.pid === undefined) throw new Error('The process could not be started');
		this.pid = child.pid;
		child.on('exit', (code) => (this.exitCode = code));
	}

	/** Asks it to end, and sees to it that it does. */
	async stop(): Promise<void> {
		this.signal('SIGTERM');
		if (await this.gone(ENDS_WITHIN_MS)) return;
		await this.kill();
	}

	/** Ends it at once: nothing of it gets to run any more. */
	async kill(): Promise<void> {
		this.signal('SIGKILL');
		await this.gone(ENDS_WITHIN_MS);
	}

	private async gone(withinMs: number): Promise<boolean> {
		for (const end = Date.now() + withinMs; Date.now() < end; await sleep(50)) {
			// The leader is gone: what it left behind has nothing to finish any more.
			if (this.exitCode !== undefined && !this.signal('SIGKILL')) return true;
		}
		return false;
	}

	private signal(signal: NodeJS.Signals): boolean {
		try {
			return process.kill(-this.pid, signal);
		} catch {
			return false;
		}
	}
}
