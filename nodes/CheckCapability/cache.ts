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
		for (const oldest of this.kept.keys()) {
			if (this.kept.size <= this.most) return;
			this.kept.delete(oldest);
		}
	}
}
