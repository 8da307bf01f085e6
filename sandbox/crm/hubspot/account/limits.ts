import type { Policy } from '../errors';
import { dayIn, type Clock } from './clock';
import type { SettingsStore } from './settings';

const EVENT_CALLS_PER_SECOND = 1250;
const ASSOCIATION_CALLS_PER_DAY = 500_000;
const TEN_SECONDS = 10_000;

/** Calls with a budget of their own: search, sending events, associations. All others share the burst limit. */
type Budget = 'search' | 'events' | 'associations' | 'calls';

export interface Admission {
	refused?: Policy;
	/** Rate-limit headers; search has none. */
	headers: Record<string, number>;
}

export interface Limits {
	/** Counts a call, or refuses it. */
	admit(path: string): Admission;
	/** Counts as if every call of the day were made. */
	useUpDay(): void;
	usage(): { limit: number; used: number };
	reset(): void;
}

/** What a budget grants. */
interface Grant {
	lengthMs: number;
	most: number;
	perDay: number;
	/** The words of the refusal. */
	policy: Policy;
}

/** A window of ten seconds that slides, a second for search and events, and a day in the account's time zone. */
export function createLimits(clock: Clock, settings: SettingsStore): Limits {
	const windows = new Map<Budget, number[]>();
	let day = '';
	/** Associations have a day of their own. */
	let usedToday = { associations: 0, others: 0 };

	function grantOf(budget: Budget): Grant {
		const { callsPerTenSeconds, callsPerDay, associationCallsPerTenSeconds } = settings.limits();
		const perSecond = { lengthMs: 1000, perDay: callsPerDay, policy: 'SECONDLY' } as const;
		const rolling = { lengthMs: TEN_SECONDS, policy: 'TEN_SECONDLY_ROLLING' } as const;
		const grants = {
			search: { ...perSecond, most: settings.get().searchesPerSecond },
			events: { ...perSecond, most: EVENT_CALLS_PER_SECOND },
			associations: {
				...rolling,
				most: associationCallsPerTenSeconds,
				perDay: ASSOCIATION_CALLS_PER_DAY,
			},
			calls: { ...rolling, most: callsPerTenSeconds, perDay: callsPerDay },
		} as const satisfies Record<Budget, Grant>;
		return grants[budget];
	}

	function today(): typeof usedToday {
		const current = dayIn(settings.get().timeZone, clock.now());
		if (current !== day) [day, usedToday] = [current, { associations: 0, others: 0 }];
		return usedToday;
	}

	/** The calls of a window that still count. */
	function recent(budget: Budget): number[] {
		const since = clock.now() - grantOf(budget).lengthMs;
		const calls = (windows.get(budget) ?? []).filter((time) => time > since);
		windows.set(budget, calls);
		return calls;
	}

	/** Sending events tells the limits of the other calls. */
	function headersFor(budget: Budget): Record<string, number> {
		if (budget === 'search') return {};
		const shown = budget === 'associations' ? budget : 'calls';
		const { most, perDay } = grantOf(shown);
		return {
			'x-hubspot-ratelimit-max': most,
			'x-hubspot-ratelimit-remaining': Math.max(0, most - recent(shown).length),
			'x-hubspot-ratelimit-interval-milliseconds': TEN_SECONDS,
			'x-hubspot-ratelimit-daily': perDay,
			'x-hubspot-ratelimit-daily-remaining': Math.max(0, perDay - today()[dayOf(shown)]),
		};
	}

	function problem(budget: Budget): Policy | undefined {
		const { most, perDay, policy } = grantOf(budget);
		if (today()[dayOf(budget)] >= perDay) return 'DAILY';
		return recent(budget).length >= most ? policy : undefined;
	}

	return {
		admit(path) {
			const budget = budgetOf(path);
			const refused = problem(budget);
			if (refused !== undefined) return { refused, headers: headersFor(budget) };
			recent(budget).push(clock.now());
			today()[dayOf(budget)] += 1;
			return { headers: headersFor(budget) };
		},
		useUpDay() {
			today();
			usedToday = {
				associations: ASSOCIATION_CALLS_PER_DAY,
				others: settings.limits().callsPerDay,
			};
		},
		usage: () => ({ limit: settings.limits().callsPerDay, used: today().others }),
		reset() {
			windows.clear();
			usedToday = { associations: 0, others: 0 };
		},
	};
}

const dayOf = (budget: Budget): 'associations' | 'others' =>
	budget === 'associations' ? budget : 'others';

function budgetOf(path: string): Budget {
	if (path.endsWith('/search')) return 'search';
	if (path.startsWith('/crm/associations/')) return 'associations';
	return path.startsWith('/events/') && path.includes('/send') ? 'events' : 'calls';
}
