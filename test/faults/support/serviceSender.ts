import { setTimeout as sleep } from 'node:timers/promises';
import type { Told } from './serviceRequests';

/** Requests at one time. */
const LANES = 8;

/** How soon what was not acknowledged is sent again. */
const AGAIN_MS = 10;

/** Sends requests as a provider does: again and again, until each was acknowledged, and some of them once more. */
export class Sender {
	acknowledged = 0;
	/** Requests that were not acknowledged at first. */
	repeated = 0;
	private next = 0;
	private allowed = 0;
	private waiting: (() => void)[] = [];

	constructor(
		private readonly requests: readonly Told[],
		/** Where the service is now, or will be. */
		private readonly urlOf: () => Promise<string>,
	) {}

	/** Lets requests go until so many were sent in all. */
	allow(until: number): void {
		this.allowed = Math.max(this.allowed, until);
		this.wake();
	}

	/** Resolves when so many requests were acknowledged. */
	async reached(count: number): Promise<void> {
		while (this.acknowledged < count) await this.change();
	}

	async run(): Promise<void> {
		await Promise.all(Array.from({ length: LANES }, () => this.lane()));
	}

	private async lane(): Promise<void> {
		for (;;) {
			while (this.next >= this.allowed && this.next < this.requests.length) await this.change();
			const i = this.next++;
			const request = this.requests[i];
			if (!request) return;
			await this.send(request);
			// Providers send some of what was acknowledged, too.
			if (i % 10 === 0) await this.send(request);
			this.acknowledged += 1;
			this.wake();
		}
	}

	private async send(request: Told): Promise<void> {
		for (;;) {
			if (await answered(`${await this.urlOf()}${request.path}`, request)) return;
			this.repeated += 1;
			await sleep(AGAIN_MS);
		}
	}

	private change(): Promise<void> {
		return new Promise((done) => this.waiting.push(done));
	}

	private wake(): void {
		for (const one of this.waiting.splice(0)) one();
	}
}

/** Whether it was acknowledged. @throws Error when the service refuses it. */
async function answered(url: string, { headers, body }: Told): Promise<boolean> {
	const response = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
	const text = await response?.text().catch(() => undefined);
	if (response === undefined || text === undefined || response.status >= 500) return false;
	if (response.ok) return true;
	throw new Error(`The service answered ${response.status}: ${text}`);
}
