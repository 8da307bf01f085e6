import type { CrmAccount } from '../config/crmAccounts';
import type { Service } from '../service';
import { type Budget, budgetOf, lingerMs } from './budget';
import { contactsToWrite } from './contactsToWrite';
import { lockCrms } from './crmLocks';
import {
	countCalls,
	type CrmState,
	noteFailure,
	noteNoObstacle,
	noteSuccess,
	pauseCrm,
	stateOf,
	timeNow,
} from './crmState';
import { isolate, ISOLATE_AFTER } from './isolate';
import { type Next, nextContacts, type Turn } from './nextContacts';
import type { OpenCrm } from './openCrm';
import { consentToWrite } from './consentToWrite';
import { notUrgent, rowsOf } from './outboxRows';
import { pauseFor } from './pauses';
import { keepRests } from './rests';
import { settle } from './settle';
import { fateOf } from './verdict';
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
		const { connection } = open.account;
		await keepRests(store, connection);
		const state = await stateOf(store, connection);
		const budget = budgetOf(open.account, state, clock.now());
		const next = await whoIsNext(parts, open.account, state, budget);
		if (!next) return undefined;
		if ('waitMs' in next) return next.waitMs;
		if (isEnding()) return 0;
		const turn = { phones: next.phones, day: budget.day, state };
		await (next.onlyConsent ? flushConsent : flush)(parts, open, turn);
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

/** What is missing in a CRM is seldom about consent: an opt-out is tried once all the same. */
async function urgentDespite(
	store: Parts['store'],
	{ connection, sync: { batch } }: CrmAccount,
	{ paused, last_failure_at: since }: CrmState,
): Promise<Next> {
	if (paused !== 'setup' || since === null) return undefined;
	const turn: Turn = { batch, lingerMs: 0, onlyUrgent: { since } };
	const urgent = await nextContacts(store, connection, turn);
	return urgent && { ...urgent, onlyConsent: true };
}

/** What is written in one go. */
interface Flush {
	phones: readonly string[];
	day: string;
	/** How it went until now. */
	state: CrmState;
}

/** Writes some contacts, and notes what became of them in one transaction. */
async function flush(
	{ store, clock }: Parts,
	{ account, calls, run }: OpenCrm,
	{ phones, day, state: { paused, failures, resumed_at: resumedAt } }: Flush,
): Promise<void> {
	const { connection } = account;
	const at = await timeNow(store);
	const rows = await rowsOf(store, connection, phones);
	const toWrite = await contactsToWrite(store, account, rows, clock.now());
	const isStuck = paused === 'outage' && failures >= ISOLATE_AFTER;
	const { outcomes, obstacle } = await (isStuck ? isolate : writeToCrm)(run, toWrite);
	await store.transaction(async (sql) => {
		await lockCrms(sql, connection);
		await countCalls(sql, connection, { day, ...calls.counted() });
		const { written, dead } = await settle(sql, connection, rows, outcomes);
		const isPartly = written > 0 || dead > 0;
		if (isPartly) await noteSuccess(sql, connection);
		if (!obstacle) return noteNoObstacle(sql, connection);
		// Somebody had it tried again meanwhile, e.g. as it was put right: that is done before it is paused.
		const { resumed_at: resumedLast } = await stateOf(sql, connection);
		if (resumedLast !== resumedAt) return noteFailure(sql, connection, at);
		// Where something can be written it is tried again soon, but counted: the rest must not wait for ever.
		const pause = pauseFor(account, obstacle, isPartly ? 0 : failures, clock.now());
		await pauseCrm(sql, connection, { ...pause, at });
	});
}

/** Writes the consent of some contacts and nothing else, while something is in the way of the rest. */
async function flushConsent(
	{ store, clock }: Parts,
	{ account, calls, run }: OpenCrm,
	{ phones, day }: Flush,
): Promise<void> {
	const { connection } = account;
	const at = await timeNow(store);
	const rows = await rowsOf(store, connection, phones);
	const toWrite = await contactsToWrite(store, account, rows, clock.now());
	const { outcomes } = await writeToCrm(run, consentToWrite(toWrite));
	const written = new Set(
		outcomes.flatMap((outcome) => (fateOf(outcome).is === 'written' ? outcome.phone : [])),
	);
	await store.transaction(async (sql) => {
		await lockCrms(sql, connection);
		await countCalls(sql, connection, { day, ...calls.counted() });
		await notUrgent(
			sql,
			connection,
			rows.filter(({ phone }) => written.has(phone)),
		);
		await noteFailure(sql, connection, at);
	});
}
