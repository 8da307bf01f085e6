import type { Faults } from '../../../faults/faults';
import type { Scheduler } from '../../../scheduler';
import { createDeliveryLog, type DeliveryRecord } from '../../../webhooks/log';
import { post } from '../../../webhooks/post';
import { ID } from '../account/account';

/** A request that HubSpot makes until it is taken. */
export interface Request {
	/** What the log calls it. */
	event: string;
	url: string;
	/** How many events it carries. */
	results: number;
	/** The body of an attempt, counted from 0. */
	body(attempt: number): string;
	headers(body: string): Record<string, string>;
	/** Network time to wait before each repetition; its length bounds their number. */
	retries: readonly number[];
	/** Whether an answer that did not take it ends its repetitions. */
	isFinal?(status: number): boolean;
	/** How long an answer may take, in real time. */
	answerWithinMs: number;
}

export interface Sender {
	send(request: Request): void;
	log(): DeliveryRecord[];
	reset(): void;
}

interface Attempt {
	request: Request;
	number: number;
}

/** Requests in no order, so many at one time; one that is not taken does not hold up the others. */
export function createSender(
	scheduler: Scheduler,
	faults: Faults,
	mostAtOnce: () => number,
): Sender {
	const log = createDeliveryLog();
	let waiting: Attempt[] = [];
	let running = 0;
	/** Ends, with a reset, what is under way. */
	let current = new AbortController();

	function pump(): void {
		while (running < mostAtOnce()) {
			const next = waiting.shift();
			if (!next) return;
			running += 1;
			void deliver(next);
		}
	}

	async function deliver({ request, number }: Attempt): Promise<void> {
		const { signal } = current;
		const status = await attempt(request, number, signal);
		if (signal.aborted) return;
		running -= 1;
		const wait = request.retries[number];
		const isTaken = status >= 200 && status < 300;
		if (!isTaken && wait !== undefined && !request.isFinal?.(status))
			scheduler.after(wait, () => enter({ request, number: number + 1 }));
		pump();
	}

	async function attempt(request: Request, number: number, signal: AbortSignal): Promise<number> {
		const { event, url, results, answerWithinMs } = request;
		const body = request.body(number);
		const again = async (): Promise<number> => {
			const headers = { 'content-type': 'application/json', ...request.headers(body) };
			const answer = await post(url, headers, body, answerWithinMs, signal);
			if (!signal.aborted)
				log.add({ provider: ID, event, url, results, attempt: number + 1, ...answer });
			return answer.status;
		};
		const status = await again();
		const isTaken = status >= 200 && status < 300;
		if (isTaken && faults.take('duplicateWebhook', ID)) await again();
		return status;
	}

	function enter(attempt: Attempt): void {
		waiting.push(attempt);
		pump();
	}

	return {
		send: (request) => enter({ request, number: 0 }),
		log: () => log.list(),
		reset() {
			waiting = [];
			running = 0;
			current.abort();
			current = new AbortController();
			log.clear();
		},
	};
}
