import type { Scheduler } from '../../scheduler';
import { Refusal } from './errors';

export interface UsageLimits {
	/** Requests in 24 hours, and how many of them are used up. */
	dailyMax: number;
	dailyUsed: number;
	/** Requests at one time. The real one counts only those that take longer than 20 seconds. */
	concurrentMax: number;
}

/** With the moment from which on the requests that are used up count no longer, in real time. */
export type UsageInput = Partial<UsageLimits> & { dailyResetsInMs?: number };

export interface Usage {
	/** Counts a request in; call the result when it is over. @throws Refusal when there is no room. */
	enter(): () => void;
	/** For the header `Sforce-Limit-Info`. */
	info(): string;
	limits(): UsageLimits;
	change(limits: UsageInput): void;
	reset(): void;
}

const delivered: UsageLimits = { dailyMax: 100_000, dailyUsed: 0, concurrentMax: 25 };

/** How many API requests the org has had, and how many it may have. */
export function createUsage(scheduler: Scheduler): Usage {
	let limits = { ...delivered };
	let running = 0;
	return {
		enter() {
			if (limits.dailyUsed >= limits.dailyMax) throw over('TotalRequests Limit exceeded.');
			if (running >= limits.concurrentMax)
				throw over('ConcurrentRequests (Concurrent API Requests) Limit exceeded.');
			limits.dailyUsed += 1;
			running += 1;
			return () => void (running -= 1);
		},
		info: () => `api-usage=${limits.dailyUsed}/${limits.dailyMax}`,
		limits: () => ({ ...limits }),
		change({ dailyResetsInMs, ...changes }) {
			limits = { ...limits, ...changes };
			if (dailyResetsInMs === undefined) return;
			scheduler.at(new Date(Date.now() + dailyResetsInMs), () => void (limits.dailyUsed = 0));
		},
		reset: () => void (limits = { ...delivered }),
	};
}

const over = (words: string): Refusal => new Refusal('REQUEST_LIMIT_EXCEEDED', words);
