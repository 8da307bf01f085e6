import { DAY, wallTime } from '../../core/localTime';
import type { CrmAccount } from '../config/crmAccounts';
import type { CrmState } from './crmState';

/** Of the calls that may be made in a day, the percentage that is kept for opt-outs. */
const FOR_OPT_OUTS = 5;

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
		isUsedUp: made * 100 >= (sync.dailyCalls ?? Infinity) * (100 - FOR_OPT_OUTS),
	};
}

/**
 * How long changes are collected: longer, the more calls were made than the part of the day that is over
 * allows, because what is collected for longer takes fewer calls.
 */
export function lingerMs({ linger }: CrmAccount['sync'], { left, endsInMs }: Budget): number {
	const { min, max } = linger;
	const dayLeft = endsInMs / DAY;
	const isShortBy = Math.max(0, 1 - left / dayLeft);
	return 1000 * (min + (Math.max(min, max) - min) * isShortBy);
}
