/** Clocks and networks jitter; windows are this much longer so that no window of the provider is over-full. */
const MARGIN_MS = 20;

/**
 * Spreads messages so that no second holds more than `perSecond` of them: a message may go when the
 * one `perSecond` before it is a second old.
 */
export class RateLimit {
	private readonly capacity: number;
	private readonly windowMs: number;
	/** Times of the last `capacity` messages, as a ring. */
	private readonly times: number[];
	private next = 0;

	constructor(perSecond: number) {
		this.capacity = Math.max(1, Math.floor(perSecond));
		this.windowMs = (this.capacity / perSecond) * 1000 + MARGIN_MS;
		this.times = new Array<number>(this.capacity).fill(Number.NEGATIVE_INFINITY);
	}

	/** The most messages that may go at the same moment. */
	get burst(): number {
		return this.capacity;
	}

	/** Takes room for `count` messages and gives the time (ms) at which they may go, not before `now`. */
	reserve(count: number, now: number): number {
		let at = now;
		for (let taken = 0; taken < count; taken += 1) {
			at = Math.max(at, (this.times[this.next] ?? 0) + this.windowMs);
			this.next = (this.next + 1) % this.capacity;
		}
		for (let back = 1; back <= Math.min(count, this.capacity); back += 1) {
			this.times[(this.next - back + this.capacity) % this.capacity] = at;
		}
		return at;
	}
}
