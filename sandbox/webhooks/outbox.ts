import type { Faults } from '../faults/faults';
import type { Scheduler } from '../scheduler';
import type { TrafficLog } from '../traffic/log';
import type { Subject, Subjects } from '../traffic/subjects';
import { recordWebhook } from '../traffic/webhooks';
import { createDeliveryLog, type DeliveryRecord } from './log';
import { post, type PostAnswer } from './post';

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
	/** What it tells of. */
	subject: Subject;
}

/** Some jobs in one request. */
interface Parcel {
	target: Target;
	event: string;
	body: string;
	subjects: readonly Subject[];
}

interface Try {
	/** Counted from 1. */
	attempt: number;
	signal: AbortSignal;
	duplicate?: boolean;
}

interface Queue {
	jobs: Job[];
	busy: boolean;
}

const ANSWER_WITHIN_MS = 10_000;

/** Delivers webhooks over real HTTP, in order, again and again until they are taken. */
export function createOutbox(
	scheduler: Scheduler,
	faults: Faults,
	traffic: TrafficLog,
	subjects: Subjects,
): Outbox {
	const queues = new Map<string, Queue>();
	const log = createDeliveryLog();
	/** Ends, with a reset, what is under way. */
	let current = new AbortController();

	function pump(key: string, queue: Queue): void {
		const [first] = queue.jobs;
		if (queue.busy) return;
		if (!first) {
			queues.delete(key);
			return;
		}
		queue.busy = true;
		const batch = takeBatch(queue.jobs, first);
		const { target, event } = first;
		const items = batch.map(({ item }) => item);
		const about = batch.map(({ subject }) => subject);
		const parcel = { target, event, body: target.body(event, items), subjects: about };
		const { signal } = current;
		// Off the caller's stack: an event raised inside a request is delivered after its answer.
		setImmediate(() => void deliver(parcel, 0, signal, () => finish(key, queue)));
	}

	function finish(key: string, queue: Queue): void {
		if (queues.get(key) !== queue) return;
		queue.busy = false;
		pump(key, queue);
	}

	async function deliver(
		parcel: Parcel,
		attempt: number,
		signal: AbortSignal,
		done: () => void,
	): Promise<void> {
		if (signal.aborted) return;
		const { target, body } = parcel;
		const headers = { 'content-type': 'application/json', ...target.headers(body) };
		const answer = await send(parcel, headers, { attempt: attempt + 1, signal });
		if (signal.aborted) return;
		const taken = answer.status >= 200 && answer.status < 300;
		if (taken && faults.take('duplicateWebhook', target.provider))
			await send(parcel, headers, { attempt: attempt + 1, signal, duplicate: true });
		const wait = target.retries[attempt];
		if (taken || wait === undefined || target.isFinal?.(answer.status)) return done();
		scheduler.after(wait, () => void deliver(parcel, attempt + 1, signal, done));
	}

	async function send(
		{ target, event, body, subjects: about }: Parcel,
		headers: Record<string, string>,
		{ attempt, signal, duplicate = false }: Try,
	): Promise<PostAnswer> {
		const { provider, url, answerWithinMs = ANSWER_WITHIN_MS } = target;
		const at = new Date();
		const answer = await post(url, headers, body, answerWithinMs, signal);
		if (signal.aborted) return answer;
		const told = { provider, event, url, attempt };
		log.add({ ...told, results: about.length, ...(duplicate ? { duplicate } : {}), ...answer });
		recordWebhook(traffic, { ...told, at, headers, body, duplicate, answer, subjects: about });
		return answer;
	}

	return {
		push(target, event, item) {
			const queue = queues.get(target.key) ?? { jobs: [], busy: false };
			queues.set(target.key, queue);
			queue.jobs.push({ target, event, item, subject: subjects.current() });
			pump(target.key, queue);
		},
		log: () => log.list(),
		reset() {
			current.abort();
			current = new AbortController();
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
