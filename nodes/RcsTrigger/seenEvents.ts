const MOST = 50_000;
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Remembers events by their keys. It lives in the memory of the process, because n8n does not keep
 * static data that is written while a webhook is handled; so it has to be bounded. There are two
 * generations: when the younger one is full or a day old, the older one is forgotten as a whole.
 */
export class SeenEvents {
	private younger = new Set<string>();
	private older = new Set<string>();
	private since = 0;

	constructor(
		private readonly most = MOST,
		private readonly keptMs = KEPT_MS,
	) {}

	/** Says whether a key is new, and remembers it in the same step: two deliveries may come at once. */
	isNew(key: string, now: number): boolean {
		this.ageIfDue(now);
		if (this.has(key)) return false;
		this.younger.add(key);
		return true;
	}

	has(key: string): boolean {
		return this.younger.has(key) || this.older.has(key);
	}

	add(key: string, now: number): void {
		this.ageIfDue(now);
		this.younger.add(key);
	}

	/** Forgets a key; says whether it was there. */
	forget(key: string): boolean {
		const [younger, older] = [this.younger.delete(key), this.older.delete(key)];
		return younger || older;
	}

	private ageIfDue(now: number): void {
		if (this.younger.size < this.most / 2 && now - this.since < this.keptMs) return;
		this.older = this.younger;
		this.younger = new Set();
		this.since = now;
	}
}
