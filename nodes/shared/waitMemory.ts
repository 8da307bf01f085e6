import type { Claim, Outcome, Wait, Waits, Written } from './waits';

const MOST = 10_000;
/** So long, an answer to a closed question is known for one. */
const KEPT_MS = 24 * 60 * 60 * 1000;

interface Kept extends Wait {
	claimedBy?: string;
	/** When it was answered, or somebody found that n8n no longer waits. */
	endedAt?: number;
	isAnswered?: true;
}

interface Settled {
	/** The event that was the answer: when the provider tells it again, it is not a second one. */
	answeredBy?: string;
	isTold?: true;
}

/**
 * Waits in the memory of the process, which the nodes of this package share. It is bounded, and gone when n8n starts
 * again; chips need it only to tell who answered, because they carry their reference.
 */
export class WaitMemory implements Waits {
	/** The oldest first. */
	private readonly waits = new Map<string, Kept>();
	private readonly settled = new Map<string, Settled>();

	constructor(
		private readonly now: () => number = Date.now,
		private readonly most = MOST,
	) {}

	async add(wait: Wait): Promise<void> {
		put(this.waits, wait.wait, { ...wait }, this.most);
	}

	async claim(written: Written): Promise<Claim> {
		const asked = [...this.waits.values()].reverse().filter((one) => isAsked(one, written));
		const open = asked.find((one) => this.isOpen(one) && accepts(one, written));
		if (open) {
			open.claimedBy = written.eventId;
			return { outcome: 'claimed', wait: open.wait, path: open.path };
		}
		if (written.word === undefined) return { outcome: 'none' };
		const late = asked.find((one) => this.wasOpenLately(one) && isMeantFor(one, written));
		return late ? { outcome: 'late', wait: late.wait } : { outcome: 'none' };
	}

	async settle(wait: string, eventId: string, outcome: Outcome): Promise<boolean> {
		const kept = this.waits.get(wait);
		if (outcome === 'open') {
			if (kept?.claimedBy === eventId) delete kept.claimedBy;
			return false;
		}
		if (kept) kept.endedAt ??= this.now();
		const settled = this.settled.get(wait) ?? {};
		put(this.settled, wait, settled, this.most);
		if (outcome === 'answered') {
			settled.answeredBy = eventId;
			if (kept) kept.isAnswered = true;
			return false;
		}
		const isToTell = settled.answeredBy !== eventId && !settled.isTold;
		if (isToTell) settled.isTold = true;
		return isToTell;
	}

	private isOpen(one: Kept): boolean {
		return one.claimedBy === undefined && endOf(one) > this.now();
	}

	private wasOpenLately(one: Kept): boolean {
		const end = endOf(one);
		return end <= this.now() && end > this.now() - KEPT_MS;
	}
}

function put<T>(map: Map<string, T>, key: string, value: T, most: number): void {
	map.delete(key);
	map.set(key, value);
	const [oldest] = map.keys();
	if (map.size > most && oldest !== undefined) map.delete(oldest);
}

/** In milliseconds since 1970; infinite where nobody knows of an end. */
function endOf({ endedAt, until }: Kept): number {
	return endedAt ?? (until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until));
}

function isAsked(one: Wait, { provider, phone, agent }: Written): boolean {
	const sameAgent = one.agent === undefined || agent === undefined || one.agent === agent;
	return one.provider === provider && one.phone === phone && sameAgent;
}

function accepts({ words }: Wait, { word }: Written): boolean {
	return word === undefined || words === undefined || words.includes(word);
}

/** Whatever somebody writes after they answered is a new matter, unless it is the same word again. */
function isMeantFor(one: Kept, written: Written): boolean {
	return accepts(one, written) && (one.words !== undefined || !one.isAnswered);
}

/** The one of this process. */
export const waitMemory = new WaitMemory();
