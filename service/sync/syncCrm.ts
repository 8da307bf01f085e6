import type { CrmAccount } from '../config/crmAccounts';
import type { Service } from '../service';
import { type Budget, budgetOf, lingerMs } from './budget';
import { contactsToWrite } from './contactsToWrite';
import { countCalls, type CrmState, pauseCrm, stateOf } from './crmState';
import { type Next, nextContacts, type Turn } from './nextContacts';
import type { OpenCrm } from './openCrm';
import { rowsOf } from './outboxRows';
import { pauseFor } from './pauses';
import { settle } from './settle';
import { writeToCrm } from './writeToCrm';

type Parts = Pick<Service, 'store' | 'clock'>;

/**
 * Writes the outbox of a CRM, contacts by contacts, until nothing is due or `isEnding` says so. Gives in
 * how many milliseconds somebody has to look again; nothing, where nothing waits.
 */
export async function syncCrm(
	parts: Parts,
	open: OpenCrm,
	isEnding: () => boolean,
): Promise<number | undefined> {
	const { store, clock } = parts;
	for (;;) {
		const state = await stateOf(store, open.account.connection);
		const budget = budgetOf(open.account, state, clock.now());
		const next = await whoIsNext(parts, open.account, state, budget);
		if (!next) return undefined;
		if ('waitMs' in next) return next.waitMs;
		if (isEnding()) return 0;
		await flush(parts, open, next.phones, budget.day);
	}
}

async function whoIsNext(
	{ store, clock }: Parts,
	account: CrmAccount,
	state: CrmState,
	budget: Budget,
): Promise<Next> {
	const { connection, sync } = account;
	const turn: Turn = { batch: sync.batch, lingerMs: lingerMs(sync, budget) };
	const pausedMs = Date.parse(state.paused_until ?? '') - clock.now();
	if (state.paused && pausedMs > 0) {
		const urgent = await urgentDespite(store, account, state);
		return urgent ?? { waitMs: pausedMs };
	}
	if (!budget.isUsedUp) return nextContacts(store, connection, turn);
	const urgent = await nextContacts(store, connection, { ...turn, onlyUrgent: true });
	return urgent ?? { waitMs: budget.endsInMs };
}

/** What is missing in a CRM may be in the way of history only: an opt-out is tried once all the same. */
async function urgentDespite(
	store: Parts['store'],
	{ connection, sync: { batch } }: CrmAccount,
	{ paused, last_failure_at: since }: CrmState,
): Promise<Next> {
	if (paused !== 'setup' || since === null) return undefined;
	return nextContacts(store, connection, { batch, lingerMs: 0, onlyUrgent: { since } });
}

/** Writes some contacts, and notes what became of them in one transaction. */
async function flush(
	{ store, clock }: Parts,
	{ account, calls, run }: OpenCrm,
	phones: readonly string[],
	day: string,
): Promise<void> {
	const { connection } = account;
	const rows = await rowsOf(store, connection, phones);
	const toWrite = await contactsToWrite(store, account, rows, clock.now());
	const { outcomes, obstacle } = await writeToCrm(run, toWrite);
	await store.transaction(async (sql) => {
		await countCalls(sql, connection, { day, ...calls.counted() });
		await settle(sql, connection, rows, outcomes);
		if (!obstacle) return;
		const { failures } = await stateOf(sql, connection);
		await pauseCrm(sql, connection, pauseFor(account, obstacle, failures, clock.now()));
	});
}
