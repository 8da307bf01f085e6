const MOST = 50_000;
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Remembers which events were seen. It lives in the memory of the process, because n8n does not keep
 * static data that is written while a webhook is handled; so it has to be bounded in size and time.
 */
export class SeenEvents {
	/** A Map keeps the order of insertion, so the oldest come first. */
	private readonly seen = new Map<string, number>();

	constructor(
		private readonly most = MOST,
		private readonly keptMs = KEPT_MS,
	) {}

	/** Says whether a key is new, and remembers it in the same step: two deliveries may come at once. */
	isNew(key: string, now: number): boolean {
		this.forget(now);
		if (this.seen.has(key)) return false;
		this.seen.set(key, now);
		return true;
	}

	private forget(now: number): void {
		for (const [key, at] of this.seen) {
			if (now - at < this.keptMs && this.seen.size < this.most) return;
			this.seen.delete(key);
		}
	}
}
