import { readdirSync, readFileSync } from 'node:fs';
import { type N8nInstance, type N8nOptions, startN8n } from '../../../scripts/n8n/instance';
import { until } from '../../../scripts/n8n/until';

/** One process of an n8n in queue mode. It can be ended, and started again at the same address. */
export class QueueMember {
	private constructor(
		private readonly options: N8nOptions,
		private instance: N8nInstance,
	) {}

	static async start(options: N8nOptions): Promise<QueueMember> {
		return new QueueMember(options, await startN8n(options));
	}

	get url(): string {
		return this.instance.url;
	}

	get api(): N8nInstance['api'] {
		return this.instance.api;
	}

	/** What it printed, since its first start. */
	get log(): string {
		return readFileSync(this.instance.log, 'utf8');
	}

	/** Waits until it has printed this: it prints what it did after others see it. */
	async says(words: string): Promise<void> {
		await until(90_000, `'${words}' in ${this.instance.log}`, () =>
			Promise.resolve(this.log.includes(words) || undefined),
		);
	}

	/** Asks it to end: what it works on is finished first. */
	async stop(): Promise<void> {
		await this.instance.stop();
	}

	/** Ends it in the middle of whatever it does. */
	async kill(): Promise<void> {
		await this.instance.kill();
	}

	/** Ends it, where it has not ended yet, and starts it at the same address. */
	async restart(): Promise<void> {
		await this.stop();
		this.instance = await startN8n(this.options);
	}

	/** The memory it holds, with its task runner. */
	get megabytes(): number {
		const group = readdirSync('/proc').filter((pid) => groupOf(pid) === this.instance.pid);
		return Math.round(group.map(kilobytesOf).reduce((sum, kb) => sum + kb, 0) / 1024);
	}
}

const GROUP_AFTER_NAME = 3;

/** The process group of a process, which is gone when it has ended meanwhile. */
function groupOf(pid: string): number | undefined {
	// The name of the program is in brackets and may hold anything.
	const fields = /^\d+$/.test(pid) ? read(`/proc/${pid}/stat`).split(') ').at(-1) : undefined;
	return fields === undefined ? undefined : Number(fields.split(' ')[GROUP_AFTER_NAME - 1]);
}

function kilobytesOf(pid: string): number {
	return Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
