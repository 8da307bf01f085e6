import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { asArray, asObject } from '../../core/json';

/** What a provider saw of one run. */
export interface Seen {
	requests: number;
	messages: number;
	mostInFlight: number;
	refused429: number;
	firstMs: number;
	lastMs: number;
}

/** A provider on loopback that accepts everything after a fixed time and counts what it sees. */
export class LocalProvider {
	private inFlight = 0;
	private times: number[] = [];
	seen: Seen = nothingSeen();

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async start(answerAfterMs: number): Promise<LocalProvider> {
		const server = createServer();
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const { port } = server.address() as AddressInfo;
		const provider = new LocalProvider(server, `http://127.0.0.1:${port}`);
		server.on('request', (request, response) => {
			void provider.answer(request, answerAfterMs).then(({ status, body }) => {
				response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '1' });
				response.end(JSON.stringify(body));
			});
		});
		return provider;
	}

	/** The most messages in any second; more are refused with 429. */
	limitPerSecond: number | undefined;

	reset(): void {
		this.seen = nothingSeen();
		this.times = [];
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((done) => this.server.close(done));
	}

	private async answer(request: IncomingMessage, answerAfterMs: number) {
		const now = performance.now();
		this.seen.requests += 1;
		this.seen.firstMs ||= now;
		this.inFlight += 1;
		this.seen.mostInFlight = Math.max(this.seen.mostInFlight, this.inFlight);
		const body = await readJson(request);
		const tooMany = this.isTooMany(now);
		await sleep(answerAfterMs);
		this.inFlight -= 1;
		this.seen.lastMs = performance.now();
		if (tooMany) {
			this.seen.refused429 += 1;
			return { status: 429, body: { error: { code: 'RATE', message: 'Too many requests' } } };
		}
		const ids = asArray(asObject(body)['messages']).flatMap(destinationIds);
		this.seen.messages += ids.length || 1;
		return {
			status: 200,
			body: ids.length > 0 ? infobipAnswer(ids) : { state: 'QUEUED', name: 'm' },
		};
	}

	private isTooMany(now: number): boolean {
		if (this.limitPerSecond === undefined) return false;
		this.times = this.times.filter((time) => time > now - 1000);
		if (this.times.length >= this.limitPerSecond) return true;
		this.times.push(now);
		return false;
	}
}

function nothingSeen(): Seen {
	return { requests: 0, messages: 0, mostInFlight: 0, refused429: 0, firstMs: 0, lastMs: 0 };
}

function destinationIds(message: unknown): string[] {
	return asArray(asObject(message)['destinations']).map((destination) =>
		String(asObject(destination)['messageId']),
	);
}

function infobipAnswer(ids: readonly string[]) {
	const status = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
	return { bulkId: 'bulk', messages: ids.map((messageId) => ({ messageId, status })) };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	const text = Buffer.concat(parts).toString('utf8');
	return text === '' ? undefined : JSON.parse(text);
}
