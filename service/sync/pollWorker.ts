import { RcsError } from '../../core/errors';
import { defined } from '../../core/json';
import type { CrmAccount } from '../config/crmAccounts';
import type { Queues } from '../queue';
import type { Service } from '../service';
import type { Sql } from '../store/database';
import { underLease } from '../store/lease';
import { budgetOf, pollMs } from './budget';
import { countCalls, stateOf } from './crmState';
import { opener, type OpenCrm } from './openCrm';
import { poll } from './poll';
import { namedRecords } from './pollNews';
import { endPollFailure, notePollFailure, pollStateOf, ReadByOther } from './pollState';

/** How long until it is looked whether another process, which was reading, has left something. */
const TAKEN_MS = 1000;

/** Reads what people edit in the CRMs, until the end that it gives. */
export async function startPolling(service: Service): Promise<() => Promise<void>> {
	const { crms, queues, store, clock } = service;
	const ending = new AbortController();
	const open = opener(clock, ending.signal);
	await queues.work(
		'poll',
		async ({ connection }) => {
			const account = crms.get(connection);
			if (!account || ending.signal.aborted) return;
			let againInMs: number | undefined;
			const isDone = await underLease(store, `poll ${connection}`, async (lost) => {
				againInMs = await read(service, await open(account), () => lost.aborted);
			});
			await again(service, connection, isDone ? againInMs : TAKEN_MS);
		},
		{ localConcurrency: Math.max(1, crms.size), notifyPollingIntervalSeconds: 1 },
	);
	for (const account of crms.values()) await hurryPoll(queues, account);
	return () => {
		ending.abort(new Error('The service is being stopped'));
		return Promise.resolve();
	};
}

/** Has a CRM read now, where people's edits in it are read at all. */
export async function hurryPoll(
	queues: Queues,
	{ connection, sync }: CrmAccount,
	within?: Sql,
): Promise<void> {
	if (sync.pollSeconds > 0 || sync.webhookSecrets.length > 0 || sync.changeDataCapture)
		await queues.hurry('poll', { connection }, { key: connection, ...defined({ within }) });
}

/** One that waits already stays as it is. */
async function again(
	{ queues }: Service,
	connection: string,
	inMs: number | undefined,
): Promise<void> {
	if (inMs === undefined) return;
	const startAfter = new Date(Date.now() + inMs).toISOString();
	await queues.add('poll', { connection }, { key: connection, startAfter });
}

/** What was named and could not be taken yet is tried again after so long. */
const NEWS_LEFT_MS = 60_000;

/** Reads one CRM, and gives in how many milliseconds it is read again; nothing, where it is never. */
async function read(
	service: Service,
	open: OpenCrm,
	isLost: () => boolean,
): Promise<number | undefined> {
	const { store, clock } = service;
	const { account, run } = open;
	const { connection, sync } = account;
	const { waitUntil = '', resumedAt } = await pollStateOf(store, connection);
	const waitMs = Date.parse(waitUntil) - clock.now();
	if (waitMs > 0) return waitMs;
	const budget = budgetOf(account, await stateOf(store, connection), clock.now());
	try {
		const everyMs = sync.pollSeconds > 0 ? pollMs(sync, budget, 1) : 0;
		while (await poll(service, account, run, everyMs)) if (isLost()) return TAKEN_MS;
		await endPollFailure(store, connection);
		const made = await count(service, open, budget.day);
		const nextMs = sync.pollSeconds > 0 ? pollMs(sync, budget, made) : Infinity;
		const isLeft = (await namedRecords(store, connection)).length > 0;
		const inMs = Math.min(nextMs, isLeft ? NEWS_LEFT_MS : Infinity);
		return inMs === Infinity ? undefined : inMs;
	} catch (error) {
		if (error instanceof ReadByOther) return TAKEN_MS;
		if (error instanceof RcsError) return failed(service, account, error, resumedAt);
		throw error;
	} finally {
		await count(service, open, budget.day);
	}
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Nothing is lost: it is read again, later each time. `resumedAt`: when somebody had it tried again, as it was known
 * at the start.
 */
async function failed(
	{ store, reports, clock }: Service,
	{ connection }: CrmAccount,
	{ detail }: RcsError,
	resumedAt: string | undefined,
): Promise<number> {
	const failures = (await pollStateOf(store, connection)).failures + 1;
	const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures, 20), LONGEST_WAIT_MS);
	const inMs = Math.max(wait, Math.min(detail.retryAfterMs ?? 0, 24 * 3_600_000));
	const waitUntil = new Date(clock.now() + inMs).toISOString();
	await notePollFailure(store, connection, detail, {
		failures,
		waitUntil,
		...defined({ resumedAt }),
	});
	const { message: reason, category } = detail;
	reports.warned('Consent edited in a CRM could not be read', { connection, category, reason });
	return inMs;
}

/** What was asked counts against the calls of the day. Gives how much that was. */
async function count({ store }: Service, { account, calls }: OpenCrm, day: string) {
	const counted = calls.counted();
	if (counted.made > 0) await countCalls(store, account.connection, { day, ...counted });
	return counted.made;
}
