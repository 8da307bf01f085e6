import { DAY, wallTime } from '../../core/localTime';
import type { CrmAccount } from '../config/crmAccounts';
import type { CrmState } from './crmState';

/** Of the calls that may be made in a day, the percentage that is kept for opt-outs. */
const FOR_OPT_OUTS = 5;

/** The share of them that looking for edits may take: so much is left for it by what is written. */
const FOR_POLLS = 0.25;

/** The day of calls: until when it lasts, and how much of them is left. */
export interface Budget {
	/** `2030-01-31`, where the account is. */
	day: string;
	endsInMs: number;
	made: number;
	/** Of the day's calls, ours or everybody's, the smaller share: from 0 to 1. */
	left: number;
	/** Nothing but opt-outs is written until the day ends. */
	isUsedUp: boolean;
}

export function budgetOf({ settings, sync }: CrmAccount, state: CrmState, now: number): Budget {
	const { timeZone } = settings.options ?? {};
	const wall = typeof timeZone === 'string' ? wallTime(timeZone, now) : now;
	const day = new Date(wall).toISOString().slice(0, 10);
	const made = state.calls_day === day ? state.calls : 0;
	const { calls_told: told } = state;
	const own = sync.dailyCalls === undefined ? 1 : Math.max(0, 1 - made / sync.dailyCalls);
	const everybodys = told && told.of > 0 ? told.left / told.of : 1;
	return {
		...{ day, made, endsInMs: DAY - (wall % DAY) },
		left: Math.min(own, everybodys),
		isUsedUp:
			(made + callsOfPolls(sync, DAY - (wall % DAY))) * 100 >=
			(sync.dailyCalls ?? Infinity) * (100 - FOR_OPT_OUTS),
	};
}

/** The calls that looking for edits takes in some time. */
function callsOfPolls({ pollSeconds, dailyCalls = Infinity }: CrmAccount['sync'], ms: number) {
	if (pollSeconds === 0) return 0;
	return Math.min(ms / (pollSeconds * 1000), (dailyCalls * FOR_POLLS * ms) / DAY);
}

/** Where calls are short, edits are looked for so many times less often at the most. */
const LESS_OFTEN = 10;

/** In how long a CRM is looked at for edits again, after a look that took so many calls. */
export function pollMs(
	{ pollSeconds, dailyCalls = Infinity }: CrmAccount['sync'],
	budget: Budget,
	calls: number,
): number {
	const wanted = pollSeconds * 1000 * (1 + (LESS_OFTEN - 1) * shortOf(budget));
	return Math.max(wanted, (calls * DAY) / (dailyCalls * FOR_POLLS));
}

/**
 * How long changes are collected: longer, the more calls were made than the part of the day that is over
 * allows, because what is collected for longer takes fewer calls.
 */
export function lingerMs({ linger }: CrmAccount['sync'], budget: Budget): number {
	const { min, max } = linger;
	return 1000 * (min + (Math.max(min, max) - min) * shortOf(budget));
}

/** The part of the calls that the rest of the day would need and that is missing. */
function shortOf({ left, endsInMs }: Budget): number {
	return Math.max(0, 1 - left / (endsInMs / DAY));
}
