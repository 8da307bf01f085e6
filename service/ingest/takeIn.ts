import { setImmediate as turn } from 'node:timers/promises';
import { HttpProblem } from '../http/problem';
import type { Commit } from '../operations/reports';
import type { Queues } from '../queue';
import type { Database, Sql } from '../store/database';
import { isCollision, isStoreLost } from '../store/lost';
import { noReceipt, type Receipt, receiptsFor, sumOf } from './receipts';
import { type RawWebhook, storeForwards } from './storeForwards';
import { storeEvents, type StoredEvent, type TakenEvent } from './storeEvents';
import { unreadBody } from './unread';

/** What arrived in one request. */
export interface Arrival {
	events: readonly TakenEvent[];
	/** Who hands the events on and does something with each of them once. */
	consumer?: string;
	/** To be handed on as it came, unless all of its events were here before. */
	webhook?: RawWebhook;
}

interface Committed extends Pick<Commit, 'unread'> {
	receipts: Receipt[];
}

/** Does something for new events in the transaction that stores them. */
export type WithNewEvents = (sql: Sql, events: readonly StoredEvent[]) => Promise<void>;

/** The most events in one commit. */
const MOST_EVENTS = 500;

/** Whoever sends more than waits already comes again later: it would wait for longer than anybody does. */
const MOST_WAITING = 20_000;

/** How often a commit is tried that other processes are in the way of. */
const TRIES = 5;

interface Waiting {
	arrival: Arrival;
	done(receipt: Receipt): void;
	failed(error: unknown): void;
}

/**
 * Takes events into the store. A promise is kept when everything of its arrival was committed. What arrives
 * while a commit is under way shares the next one: so a thousand small webhooks are not a thousand commits.
 */
export class TakeIn {
	private readonly waiting: Waiting[] = [];
	private waitingEvents = 0;
	private running: Promise<void> | undefined;

	constructor(
		private readonly database: Database,
		private readonly queues: Queues,
		private readonly withNewEvents: WithNewEvents,
		private readonly onCommit: (commit: Commit) => void,
	) {}

	/** @throws HttpProblem 503 when too much waits already. */
	take(arrival: Arrival): Promise<Receipt> {
		return new Promise((done, failed) => {
			if (this.waitingEvents > MOST_WAITING) throw tooMuch();
			this.waitingEvents += weightOf(arrival);
			this.waiting.push({ arrival, done, failed });
			this.running ??= this.run();
		});
	}

	/** Resolves when nothing waits. */
	async idle(): Promise<void> {
		await this.running;
	}

	private async run(): Promise<void> {
		while (this.waiting.length > 0) {
			await this.gather();
			const batch = this.nextBatch();
			await this.commitOrDivide(batch);
			this.waitingEvents -= batch.reduce((sum, { arrival }) => sum + weightOf(arrival), 0);
		}
		this.running = undefined;
	}

	/**
	 * Waits as long as every turn of the event loop brings more, which is when many requests come at once. The
	 * embedded database works within one turn, so that without it each of them had a commit of its own.
	 */
	private async gather(): Promise<void> {
		let before: number;
		do {
			before = this.waiting.length;
			await turn();
		} while (this.waiting.length > before && this.waiting.length < MOST_EVENTS);
	}

	private nextBatch(): Waiting[] {
		let events = 0;
		const most = this.waiting.findIndex(({ arrival }) => {
			events += weightOf(arrival);
			return events > MOST_EVENTS;
		});
		return this.waiting.splice(0, most === -1 ? this.waiting.length : Math.max(1, most));
	}

	/** One arrival that the database refuses must not spoil the others of its commit. */
	private async commitOrDivide(batch: readonly Waiting[]): Promise<void> {
		try {
			const started = performance.now();
			const { receipts, unread } = await this.commitAgain(batch.map(({ arrival }) => arrival));
			const seconds = (performance.now() - started) / 1000;
			this.onCommit({ ...sumOf(receipts), unread, seconds });
			batch.forEach(({ done }, i) => done(receipts[i] ?? noReceipt));
		} catch (error) {
			if (batch.length === 1 || isStoreLost(error))
				return batch.forEach(({ failed }) => failed(error));
			for (const one of batch) await this.commitOrDivide([one]);
		}
	}

	/** Commits, also where another process was in the way at first. */
	private async commitAgain(arrivals: readonly Arrival[], tries = TRIES): Promise<Committed> {
		try {
			return await this.commit(arrivals);
		} catch (error) {
			if (tries <= 1 || !isCollision(error)) throw error;
			return this.commitAgain(arrivals, tries - 1);
		}
	}

	private commit(arrivals: readonly Arrival[]): Promise<Committed> {
		return this.database.transaction(async (sql) => {
			const stored = await storeEvents(
				sql,
				arrivals.flatMap(({ events }) => events),
			);
			const receipts = await receiptsFor(sql, arrivals, stored);
			const webhooks = arrivals.flatMap(({ webhook, events }, i) => {
				const isNews = events.length === 0 || (receipts[i]?.accepted ?? 0) > 0;
				return webhook && isNews ? [webhook] : [];
			});
			await storeForwards(sql, webhooks);
			for (const target of targetsOf(webhooks))
				await this.queues.hurry('forward', { target }, { key: target, within: sql });
			if (stored.length > 0) {
				await this.withNewEvents(sql, stored);
				const seqs = stored.map(({ seq }) => seq);
				await this.queues.add('digest', { seqs }, { within: sql });
			}
			return { receipts, unread: unreadIn(stored) };
		});
	}
}

/** The connections of new webhooks that nobody could read, one for each. */
function unreadIn(stored: readonly StoredEvent[]): string[] {
	return stored.flatMap(({ connection, event }) =>
		unreadBody(event) === undefined ? [] : [connection],
	);
}

/** A webhook without events is kept, too. */
function weightOf({ events }: Arrival): number {
	return Math.max(1, events.length);
}

/** In one order for all processes: each of two would wait for a target that the other has. */
function targetsOf(webhooks: readonly RawWebhook[]): string[] {
	return [...new Set(webhooks.flatMap(({ targets }) => targets))].toSorted();
}

function tooMuch(): HttpProblem {
	return new HttpProblem(503, {
		category: 'provider',
		message: 'More waits to be stored than the store takes at the moment',
		advice: 'Nothing was taken. Send the same request again in a moment; it counts once.',
	});
}
