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

	constructor(private readonly perSecond: number) {
		this.apartMs = SECOND_MS / perSecond;
	}

	/** The most messages one request may hold. */
	get burst(): number {
		return Math.max(1, Math.floor(this.perSecond));
	}

	/** Takes room for a request of `count` messages and gives the time (ms) at which it may be sent. */
	reserve(count: number, now: number): number {
		const at = Math.max(now, this.next);
		this.next = Math.max(this.next, now - CATCH_UP_MS) + count * this.apartMs;
		return at;
	}
}
