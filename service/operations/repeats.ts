interface Told {
	at: number;
	/** How often it came since then. */
	again: number;
}

/** More kinds than that are not remembered. */
const MOST_KINDS = 1000;

/** Tells things of one kind once in a while. */
export class Repeats {
	private readonly told = new Map<string, Told>();

	constructor(private readonly everyMs: number) {}

	/** How often it was kept back since it was told last; `undefined` where it is to be kept back now. */
	tell(kind: string): number | undefined {
		const now = performance.now();
		const last = this.told.get(kind);
		if (last && now - last.at < this.everyMs) {
			last.again += 1;
			return undefined;
		}
		if (this.told.size >= MOST_KINDS) this.told.clear();
		this.told.set(kind, { at: now, again: 0 });
		return last?.again ?? 0;
	}
}
