import type { Clock } from './clock';

/** A second is a little longer here, because on their way messages get closer together than they were sent. */
const SECOND_MS = 1020;

/** What is late by less than this may catch up. */
const CATCH_UP_MS = 10;

/**
 * Spreads messages evenly, so that no second holds more than `perSecond` of them. Evenly, because a
 * burst meets itself again a second later: on its way it is stretched now and pressed together then,
 * and the provider sees too many.
 */
export class RateLimit {
	private readonly apartMs: number;
	private next = Number.NEGATIVE_INFINITY;
	/** Nobody has to wait for longer than the request before them takes. */
	private longestMs = 0;
	/** Requests pass one after another, so that each counts from when the one before it really went. */
	private queue: Promise<void> = Promise.resolve();

	constructor(
		private readonly perSecond: number,
		private readonly clock: Clock,
	) {
		this.apartMs = SECOND_MS / perSecond;
	}

	/** The most messages one request may hold. */
	get burst(): number {
		return Math.max(1, Math.floor(this.perSecond));
	}

	/** Resolves when a request of `count` messages may be sent. */
	room(count: number): Promise<void> {
		this.queue = this.queue.then(() => this.pass(count));
		return this.queue;
	}

	private async pass(count: number): Promise<void> {
		const ms = Math.min(this.next - this.clock.now(), this.longestMs);
		if (ms > 0) await this.clock.wait(ms);
		this.longestMs = count * this.apartMs;
		this.next = this.turn(this.clock.now()) + this.longestMs;
	}

	/** When the turn of a request was that goes now. A clock that was put back counts from anew. */
	private turn(now: number): number {
		return this.next > now + CATCH_UP_MS ? now : Math.max(this.next, now - CATCH_UP_MS);
	}
}
