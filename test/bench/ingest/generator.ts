import { Agent, request } from 'node:http';
import type { SignedWebhook } from '../../service/support/signed';
import { webhooksOf } from './webhooks';

/** What this process is to send, as JSON in its one argument. */
export interface Job {
	/** Of each process that takes events in; they are used in turn. */
	urls: readonly string[];
	events: number;
	each: number;
	concurrency: number;
	run: string;
}

/** What it found, as JSON on stdout. */
export interface Found {
	seconds: number;
	p50Ms: number;
	p99Ms: number;
}

/** Sends webhooks over connections that stay open, the next one as soon as one was answered. */
async function main(): Promise<void> {
	const { urls, events, each, concurrency, run } = JSON.parse(process.argv[2] ?? '{}') as Job;
	const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
	const webhooks = webhooksOf(events, each, run);
	const tookMs: number[] = [];
	let next = 0;
	const lane = async (_: unknown, i: number) => {
		const url = urls[i % urls.length] ?? '';
		for (let webhook = webhooks[next++]; webhook; webhook = webhooks[next++]) {
			const start = performance.now();
			const status = await send(url, agent, webhook);
			if (status !== 200) throw new Error(`The service answered ${status}`);
			tookMs.push(performance.now() - start);
		}
	};
	const start = performance.now();
	await Promise.all(Array.from({ length: concurrency }, lane));
	const seconds = (performance.now() - start) / 1000;
	agent.destroy();
	tookMs.sort((a, b) => a - b);
	const at = (share: number) => tookMs[Math.floor(tookMs.length * share)] ?? 0;
	const found: Found = { seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
	process.stdout.write(JSON.stringify(found));
}

function send(url: string, agent: Agent, { headers, body }: SignedWebhook): Promise<number> {
	return new Promise((done, fail) => {
		const sent = request(url, { method: 'POST', agent, headers }, (response) => {
			response.resume().once('end', () => done(response.statusCode ?? 0));
		});
		sent.once('error', fail);
		sent.end(body);
	});
}

main().catch((error: unknown) => {
	process.stderr.write(`${String(error)}\n`);
	process.exitCode = 1;
});
