import type { Clock } from '../../core/clock';
import type { CrmAccount } from '../config/crmAccounts';
import { digest } from '../digest/digest';
import type { Service } from '../service';
import { endLeases, underLease } from '../store/lease';
import { crmCalls } from './crmCalls';
import { type OpenCrm, syncCrm } from './syncCrm';

/** Requests to a CRM at one time, and how often each is made before the CRM counts as not answering. */
const CONCURRENCY = 4;
const RETRIES = 2;

/** How long until it is looked whether another process, which was at work on a CRM, has left something. */
const TAKEN_MS = 1000;

/** Digests events and writes outboxes, until the end that it gives. */
export async function startSync(service: Service): Promise<() => Promise<void>> {
	const { store, queues, crms } = service;
	const ending = new AbortController();
	if (store.kind === 'pglite') await endLeases(store);
	const lookAt = (connection: string, inMs: number) =>
		queues.add(
			'sync',
			{ connection },
			{ key: connection, startAfter: new Date(Date.now() + inMs).toISOString() },
		);
	await queues.work('digest', async ({ seqs }) => {
		await digest(service, seqs);
		// Only now: a job that runs already may have looked before this was committed.
		for (const { connection, sync } of crms.values())
			await lookAt(connection, sync.linger.min * 1000);
	});
	const open = opener(service, ending.signal);
	await queues.work(
		'sync',
		async ({ connection }) => {
			const account = crms.get(connection);
			if (!account) return;
			let againInMs: number | undefined;
			const isDone = await underLease(store, `sync ${connection}`, async (lost) => {
				const isEnding = () => lost.aborted || ending.signal.aborted;
				againInMs = await syncCrm(service, await open(account), isEnding);
			});
			const inMs = isDone ? againInMs : TAKEN_MS;
			if (inMs !== undefined) await lookAt(connection, inMs);
		},
		{ localConcurrency: Math.max(1, crms.size), notifyPollingIntervalSeconds: 1 },
	);
	for (const connection of crms.keys()) await lookAt(connection, 0);
	return () => {
		ending.abort(new Error('The service is being stopped'));
		return Promise.resolve();
	};
}

/** Each account is opened once. */
function opener({ clock }: Service, ending: AbortSignal) {
	const accounts = new Map<string, OpenCrm>();
	const own = endingWith(clock, ending);
	return async (account: CrmAccount): Promise<OpenCrm> => {
		const known = accounts.get(account.connection);
		if (known) return known;
		const { crm, settings } = account;
		const calls = await crmCalls(account, own);
		const { http } = calls;
		const run = { crm, settings, http, clock: own, concurrency: CONCURRENCY, retries: RETRIES };
		const opened = { account, calls, run };
		accounts.set(account.connection, opened);
		return opened;
	};
}

/** A clock with which nobody waits longer than until the end. What was not written by then is written later. */
function endingWith(clock: Clock, ending: AbortSignal): Clock {
	const ended = new Promise<never>((_, fail) =>
		ending.addEventListener('abort', () => fail(ending.reason)),
	);
	ended.catch(() => undefined);
	return { now: () => clock.now(), wait: (ms) => Promise.race([clock.wait(ms), ended]) };
}
