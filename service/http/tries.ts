const WINDOW_MS = 60_000;

interface Window {
	tries: number;
	/** When it is over. */
	until: number;
}

/** Counts what somebody tried in vain, by a name such as an address: for a minute from the first time. */
export class Tries {
	private readonly windows = new Map<string, Window>();

	/** `most`: tries in a minute. `names`: how many names are remembered; of more, the oldest are forgotten. */
	constructor(
		private readonly most: number,
		private readonly names = 10_000,
		private readonly now: () => number = () => performance.now(),
	) {}

	/** Seconds until the next try; 0: now. */
	waitOf(name: string): number {
		const window = this.windowOf(name);
		if (!window || window.tries < this.most) return 0;
		return Math.ceil((window.until - this.now()) / 1000);
	}

	add(name: string): void {
		const window = this.windowOf(name);
		if (window) {
			window.tries += 1;
			return;
		}
		this.windows.delete(name);
		this.windows.set(name, { tries: 1, until: this.now() + WINDOW_MS });
		this.forget();
	}

	/** How many names are remembered. */
	get size(): number {
		return this.windows.size;
	}

	private windowOf(name: string): Window | undefined {
		const window = this.windows.get(name);
		return window && window.until > this.now() ? window : undefined;
	}

	/** A new window stands last, so those that are over stand first. */
	private forget(): void {
		for (const [name, { until }] of this.windows) {
			if (until > this.now() && this.windows.size <= this.names) return;
			this.windows.delete(name);
		}
	}
}
