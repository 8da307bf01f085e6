/** A person with a phone of the sandbox, for the demo and the end-to-end tests. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface PhoneEntry {
	type: 'message' | 'inbound';
	id: string;
	kind?: string;
	state?: string;
	channel?: string;
	content?: unknown;
	fallback?: unknown;
	legs?: { channel: string; state: string; times: Record<string, string> }[];
}

export class Phone {
	constructor(
		private readonly sandboxUrl: string,
		readonly number: string,
	) {}

	async entries(): Promise<PhoneEntry[]> {
		const answer = await this.call('GET', '/messages');
		return (answer as { messages: PhoneEntry[] }).messages;
	}

	/** Waits for a message that fits. */
	async receives(
		what: string,
		fits: (entry: PhoneEntry) => boolean,
		timeoutMs = 90_000,
	): Promise<PhoneEntry> {
		for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(50)) {
			const found = (await this.entries()).findLast(
				(entry) => entry.type === 'message' && fits(entry),
			);
			if (found) return found;
		}
		throw new Error(`${what} did not happen on ${this.number} within ${timeoutMs / 1000} s`);
	}

	async tap(messageId: string, postbackData: string): Promise<void> {
		await this.call('POST', '/tap', { messageId, postbackData });
	}

	/** To an agent, where none has written yet. */
	async write(text: string, agent?: string): Promise<void> {
		await this.call('POST', '/text', { text, ...(agent === undefined ? {} : { agent }) });
	}

	/** A number that nobody set up has no RCS. */
	async setUp(): Promise<void> {
		await this.call('PATCH', '', { rcs: true });
	}

	private async call(method: string, path: string, body?: object): Promise<unknown> {
		const url = `${this.sandboxUrl}/sandbox/phones/${encodeURIComponent(this.number)}${path}`;
		const answer = await fetch(url, {
			method,
			...(body && {
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
		if (!answer.ok) throw new Error(`The phone answered ${answer.status}: ${await answer.text()}`);
		return answer.json();
	}
}
