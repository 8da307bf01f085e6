import type { CapabilityResult } from '../../core/capability';

const MOST = 50_000;

interface Kept {
	result: CapabilityResult;
	at: number;
}

/** Answers of providers, kept in the memory of the process and therefore bounded. */
export class CapabilityCache {
	/** A Map keeps the order of insertion, so the oldest come first. */
	private readonly kept = new Map<string, Kept>();

	constructor(private readonly most = MOST) {}

	get(key: string, now: number, maxAgeMs: number): Kept | undefined {
		const found = this.kept.get(key);
		return found && now - found.at < maxAgeMs ? found : undefined;
	}

	/** Keeps what is known for sure; an unknown is worth asking again. */
	set(key: string, result: CapabilityResult, now: number): void {
		if (result.reachable === 'unknown') return;
		this.kept.delete(key);
		this.kept.set(key, { result, at: now });
		if (this.kept.size > this.most) this.forgetOldest();
	}

	/** Many at once, because a Map is slow to find its first entry after many deletions. */
	private forgetOldest(): void {
		const kept = Math.floor(this.most * 0.9);
		for (const oldest of this.kept.keys()) {
			if (this.kept.size <= kept) return;
			this.kept.delete(oldest);
		}
	}
}
