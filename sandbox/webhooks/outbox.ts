import type { Faults } from '../faults/faults';
import type { Scheduler } from '../scheduler';
import { createDeliveryLog, type DeliveryRecord } from './log';
import { post } from './post';

/** Where webhooks of one kind go, and how that provider writes, signs and repeats them. */
export interface Target {
	/** Order is kept among webhooks of the same key; one that is not taken holds up those behind it. */
	key: string;
	provider: string;
	url: string;
	/** How many events fit into one request. */
	bucketSize: number;
	body(event: string, items: readonly unknown[]): string;
	headers(body: string): Record<string, string>;
	/** Network time to wait before each repetition; its length bounds their number. */
	retries: readonly number[];
	/** Whether an answer that did not take the webhook ends its repetitions; without it none does. */
	isFinal?(status: number): boolean;
	/** How long an answer may take, in real time; 10 seconds when absent. */
	answerWithinMs?: number;
}

export interface Outbox {
	push(target: Target, event: string, item: unknown): void;
	log(): DeliveryRecord[];
	reset(): void;
}

interface Job {
	target: Target;
	event: string;
	item: unknown;
}

interface Queue {
	jobs: Job[];
	busy: boolean;
}

const ANSWER_WITHIN_MS = 10_000;

/** Delivers webhooks over real HTTP, in order, again and again until they are taken. */
export function createOutbox(scheduler: Scheduler, faults: Faults): Outbox {
	const queues = new Map<string, Queue>();
	const log = createDeliveryLog();

	function pump(key: string, queue: Queue): void {
		const [first] = queue.jobs;
		if (queue.busy) return;
		if (!first) {
			queues.delete(key);
			return;
		}
		queue.busy = true;
		const batch = takeBatch(queue.jobs, first);
		const body = first.target.body(
			first.event,
			batch.map(({ item }) => item),
		);
		// Off the caller's stack: an event raised inside a request is delivered after its answer.
		setImmediate(() => void deliver(first, body, batch.length, 0, () => finish(key, queue)));
	}

	function finish(key: string, queue: Queue): void {
		if (queues.get(key) !== queue) return;
		queue.busy = false;
		pump(key, queue);
	}

	async function deliver(
		job: Job,
		body: string,
		results: number,
		attempt: number,
		done: () => void,
	): Promise<void> {
		const { target, event } = job;
		const headers = { 'content-type': 'application/json', ...target.headers(body) };
		const { provider, url, answerWithinMs = ANSWER_WITHIN_MS } = target;
		const answer = await post(url, headers, body, answerWithinMs);
		log.add({ provider, event, url, results, attempt: attempt + 1, ...answer });
		const taken = answer.status >= 200 && answer.status < 300;
		if (taken && faults.take('duplicateWebhook', provider)) {
			const again = await post(url, headers, body, answerWithinMs);
			log.add({ provider, event, url, results, attempt: attempt + 1, duplicate: true, ...again });
		}
		const wait = target.retries[attempt];
		if (taken || wait === undefined || target.isFinal?.(answer.status)) return done();
		scheduler.after(wait, () => void deliver(job, body, results, attempt + 1, done));
	}

	return {
		push(target, event, item) {
			const queue = queues.get(target.key) ?? { jobs: [], busy: false };
			queues.set(target.key, queue);
			queue.jobs.push({ target, event, item });
			pump(target.key, queue);
		},
		log: () => log.list(),
		reset() {
			queues.clear();
			log.clear();
		},
	};
}

/** The longest run of jobs, from the first, that may share its request. */
function takeBatch(jobs: Job[], first: Job): Job[] {
	const end = jobs.findIndex(
		(job) => job.event !== first.event || job.target.url !== first.target.url,
	);
	const run = end === -1 ? jobs.length : end;
	return jobs.splice(0, Math.min(run, first.target.bucketSize));
}
