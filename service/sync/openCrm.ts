import type { CrmRun } from '../../connectors/execute';
import type { Clock } from '../../core/clock';
import type { CrmAccount } from '../config/crmAccounts';
import { type CrmCalls, crmCalls } from './crmCalls';

/** An account that is open, and what its requests go through. */
export interface OpenCrm {
	account: CrmAccount;
	calls: CrmCalls;
	run: CrmRun;
}

/** Requests to a CRM at one time, and how often each is repeated before the CRM counts as not answering. */
const CONCURRENCY = 4;
const RETRIES = 2;

/** Opens accounts, each of them once. After `ending` nobody waits for a CRM any more. */
export function opener(clock: Clock, ending: AbortSignal) {
	const accounts = new Map<string, Promise<OpenCrm>>();
	const own = endingWith(clock, ending);
	return (account: CrmAccount): Promise<OpenCrm> => {
		const known = accounts.get(account.connection) ?? open(account, own);
		accounts.set(account.connection, known);
		// What could not be opened is opened anew.
		known.catch(() => accounts.delete(account.connection));
		return known;
	};
}

async function open(account: CrmAccount, clock: Clock): Promise<OpenCrm> {
	const { crm, settings } = account;
	const calls = await crmCalls(account, clock);
	const { http } = calls;
	const run = { crm, settings, http, clock, concurrency: CONCURRENCY, retries: RETRIES };
	return { account, calls, run };
}

/** A clock with which nobody waits longer than until the end. What was not written by then is written later. */
function endingWith(clock: Clock, ending: AbortSignal): Clock {
	const ended = new Promise<never>((_, fail) =>
		ending.addEventListener('abort', () => fail(ending.reason)),
	);
	ended.catch(() => undefined);
	return { now: () => clock.now(), wait: (ms) => Promise.race([clock.wait(ms), ended]) };
}
