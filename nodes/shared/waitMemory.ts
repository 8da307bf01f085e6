import type { RcsEvent } from '../../core/event/types';
import { messageIdsOf } from './messageIds';
import type { By, Claim, Outcome, Wait, Waits, Written } from './waits';

const MOST = 10_000;
/** So long, an answer to a question that is over is known for one. */
const KEPT_MS = 24 * 60 * 60 * 1000;

interface Kept extends Wait {
	claimedBy?: string;
	/** When it was answered, or somebody found that n8n no longer waits. */
	endedAt?: number;
	/** The event that was the answer: when the provider tells it again, it is not a second one. */
	answeredBy?: string;
	/** The person heard that an answer was late, or is not to. */
	isTold?: boolean;
}

/**
 * Waits in the memory of the process, which the nodes of this package share. It is bounded, and gone when n8n starts
 * again; chips need it only for the late answer, because they carry their reference.
 */
export class WaitMemory implements Waits {
	/** The oldest first. */
	private readonly waits = new Map<string, Kept>();
	/** The latest events that tell of messages that did not arrive. */
	private readonly failures = new Map<string, Omit<RcsEvent, 'raw'>>();

	constructor(
		private readonly now: () => number = Date.now,
		private readonly most = MOST,
	) {}

	async add(wait: Wait): Promise<readonly object[]> {
		for (const [name, one] of this.waits)
			if (endOf(one) <= this.now() - KEPT_MS) this.waits.delete(name);
		this.waits.delete(wait.wait);
		this.waits.set(wait.wait, { ...wait });
		forgetOldest(this.waits, this.most);
		return [...this.failures.values()].filter(
			(event) =>
				event.provider === wait.provider &&
				event.user === wait.phone &&
				isAbout(wait, messageIdsOf(event)),
		);
	}

	/** Notes that a message did not arrive: who asks by it may not have said so yet. */
	noteFailure({ raw: _, ...event }: RcsEvent): void {
		this.failures.set(`${event.provider} ${event.eventId}`, event);
		forgetOldest(this.failures, this.most);
	}

	async claim(written: Written): Promise<Claim> {
		const asked = [...this.waits.values()].reverse().filter((one) => isAsked(one, written));
		const before = asked.find((one) => isOf(one, written));
		if (before) return { outcome: before.answeredBy === undefined ? 'underWay' : 'taken' };
		const open = asked.find((one) => this.isOpen(one) && accepts(one, written));
		if (open) {
			open.claimedBy = written.eventId;
			return { outcome: 'claimed', wait: open.wait, path: open.path };
		}
		if (written.word === undefined) {
			// Whoever opted out is told nothing more.
			if (!written.messageIds) for (const one of asked) one.isTold = true;
			return { outcome: 'none' };
		}
		// What somebody writes while another question of theirs is open, may be meant for that one.
		if (asked.some((one) => this.isOpen(one))) return { outcome: 'none' };
		const closed = asked.find((one) => this.wasOpenLately(one) && isMeantFor(one, written));
		return closed ? { outcome: 'closed', wait: closed.wait } : { outcome: 'none' };
	}

	/** Whether somebody was asked, and a question is open that such a text is an answer to. */
	isOpenFor(written: Written): boolean {
		return [...this.waits.values()].some(
			(one) => isAsked(one, written) && this.isOpen(one) && accepts(one, written),
		);
	}

	async settle(wait: string, { eventId }: By, outcome: Outcome): Promise<boolean> {
		const kept = this.waits.get(wait);
		// Another process may know more of it, such as that this very event was the answer.
		if (!kept) return false;
		if (outcome === 'open') {
			if (kept.claimedBy === eventId) delete kept.claimedBy;
			return false;
		}
		kept.endedAt ??= this.now();
		if (outcome === 'answered') {
			kept.answeredBy ??= eventId;
			return false;
		}
		const isToTell = outcome === 'late' && kept.answeredBy !== eventId && !kept.isTold;
		kept.isTold ||= outcome === 'over' || isToTell;
		return isToTell;
	}

	async isOver(wait: string): Promise<boolean> {
		const kept = this.waits.get(wait);
		return kept !== undefined && endOf(kept) <= this.now();
	}

	private isOpen(one: Kept): boolean {
		return one.claimedBy === undefined && endOf(one) > this.now();
	}

	private wasOpenLately(one: Kept): boolean {
		const end = endOf(one);
		return end <= this.now() && end > this.now() - KEPT_MS;
	}
}

/** In milliseconds since 1970; infinite where nobody knows of an end. */
function endOf({ endedAt, until }: Kept): number {
	return endedAt ?? (until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until));
}

function isAsked(one: Wait, { provider, phone, agent }: Written): boolean {
	const sameAgent = one.agent === undefined || agent === undefined || one.agent === agent;
	return one.provider === provider && one.phone === phone && sameAgent;
}

function accepts(wait: Wait, { word, isNamed = false, messageIds }: Written): boolean {
	const { words } = wait;
	if (messageIds) return isAbout(wait, messageIds);
	return word === undefined || (words === undefined ? !isNamed : words.includes(word));
}

/** Whether a question was asked by a message of one of these names. */
function isAbout({ messageIds = [] }: Wait, named: readonly string[]): boolean {
	return messageIds.some((id) => named.includes(id));
}

function forgetOldest(all: Map<string, unknown>, most: number): void {
	const [oldest] = all.keys();
	if (all.size > most && oldest !== undefined) all.delete(oldest);
}

/** Whatever somebody writes after they answered is a new matter, unless it is the same word again. */
function isMeantFor(one: Kept, written: Written): boolean {
	return accepts(one, written) && (one.words !== undefined || one.answeredBy === undefined);
}

/** Whether a text is, or is just becoming, the answer to it. An opt-out may end many. */
function isOf({ answeredBy, claimedBy, endedAt }: Kept, { word, eventId }: Written): boolean {
	if (word === undefined) return false;
	return answeredBy === eventId || (claimedBy === eventId && endedAt === undefined);
}

/** The one of this process. */
export const waitMemory = new WaitMemory();
