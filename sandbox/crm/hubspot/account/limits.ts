import type { Policy } from '../errors';
import { dayIn, type Clock } from './clock';
import type { SettingsStore } from './settings';

const EVENT_CALLS_PER_SECOND = 1250;
const TEN_SECONDS = 10_000;

/** Calls with a budget of their own: search, sending events. All others share the burst limit. */
type Budget = 'search' | 'events' | 'calls';

export interface Admission {
	refused?: Policy;
	/** Rate-limit headers; search has none. */
	headers: Record<string, number>;
}

export interface Limits {
	/** Counts a call, or refuses it. */
	admit(path: string): Admission;
	usage(): { limit: number; used: number };
	reset(): void;
}

/** A window of ten seconds that slides, a second for search and events, and a day in the account's time zone. */
export function createLimits(clock: Clock, settings: SettingsStore): Limits {
	const windows = new Map<Budget, number[]>();
	let day = '';
	let usedToday = 0;

	function today(): number {
		const current = dayIn(settings.get().timeZone, clock.now());
		if (current !== day) [day, usedToday] = [current, 0];
		return usedToday;
	}

	/** The calls of a window that still count. */
	function recent(budget: Budget, lengthMs: number): number[] {
		const since = clock.now() - lengthMs;
		const calls = (windows.get(budget) ?? []).filter((time) => time > since);
		windows.set(budget, calls);
		return calls;
	}

	function headersOf(burst: readonly number[]): Record<string, number> {
		const { callsPerTenSeconds, callsPerDay } = settings.limits();
		return {
			'x-hubspot-ratelimit-max': callsPerTenSeconds,
			'x-hubspot-ratelimit-remaining': Math.max(0, callsPerTenSeconds - burst.length),
			'x-hubspot-ratelimit-interval-milliseconds': TEN_SECONDS,
			'x-hubspot-ratelimit-daily': callsPerDay,
			'x-hubspot-ratelimit-daily-remaining': Math.max(0, callsPerDay - usedToday),
		};
	}

	return {
		admit(path) {
			const budget = budgetOf(path);
			const { callsPerTenSeconds, callsPerDay } = settings.limits();
			const [length, most] = {
				search: [1000, settings.get().searchesPerSecond] as const,
				events: [1000, EVENT_CALLS_PER_SECOND] as const,
				calls: [TEN_SECONDS, callsPerTenSeconds] as const,
			}[budget];
			const calls = recent(budget, length);
			const headers = (): Record<string, number> =>
				budget === 'search' ? {} : headersOf(recent('calls', TEN_SECONDS));
			if (today() >= callsPerDay) return { refused: 'DAILY', headers: headers() };
			if (calls.length >= most)
				return {
					refused: budget === 'calls' ? 'TEN_SECONDLY_ROLLING' : 'SECONDLY',
					headers: headers(),
				};
			calls.push(clock.now());
			usedToday += 1;
			return { headers: headers() };
		},
		usage: () => ({ limit: settings.limits().callsPerDay, used: today() }),
		reset() {
			windows.clear();
			usedToday = 0;
		},
	};
}

function budgetOf(path: string): Budget {
	if (path.endsWith('/search')) return 'search';
	return path.startsWith('/events/') && path.includes('/send') ? 'events' : 'calls';
}
