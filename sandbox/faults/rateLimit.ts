const WINDOW_MS = 1000;

export interface RateLimit {
	/** Undefined when the request may pass, else the seconds to wait. */
	admit(limit: string, perSecond: number): number | undefined;
	clear(): void;
}

/** Counts requests in a window that slides. */
export function createRateLimit(): RateLimit {
	const passed = new Map<string, number[]>();
	return {
		admit(limit, perSecond) {
			const now = Date.now();
			const recent = (passed.get(limit) ?? []).filter((time) => now - time < WINDOW_MS);
			passed.set(limit, recent);
			const [oldest] = recent;
			if (oldest !== undefined && recent.length >= perSecond) {
				return Math.max(1, Math.ceil((WINDOW_MS - (now - oldest)) / 1000));
			}
			recent.push(now);
			return undefined;
		},
		clear: () => passed.clear(),
	};
}
