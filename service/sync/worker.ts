import { digest } from '../digest/digest';
import type { Service } from '../service';
import { endLeases, underLease } from '../store/lease';
import { checkWhenDue } from './checkCrm';
import { expireDeadLetters } from './deadLetters';
import { opener } from './openCrm';
import { hurrySync } from './outbox';
import { syncCrm } from './syncCrm';

/** How long until it is looked whether another process, which was at work on a CRM, has left something. */
const TAKEN_MS = 1000;

/** Commits whose events are digested one after the other before it is looked for more. */
const DIGESTS = 20;

/** How often it is looked at each CRM although nothing new has come. */
const PATROL_MS = 60_000;

/** Digests events and writes outboxes, until the end that it gives. */
export async function startSync(service: Service): Promise<() => Promise<void>> {
	const { store, crms } = service;
	const ending = new AbortController();
	if (store.kind === 'pglite') await endLeases(store);
	await workOnDigests(service);
	await workOnOutboxes(service, ending.signal);
	await hurrySync(service.queues, [...crms.keys()]);
	const timer = setInterval(() => {
		patrol(service).catch((error: unknown) => service.reports.failed('sync', error));
	}, PATROL_MS);
	return () => {
		clearInterval(timer);
		ending.abort(new Error('The service is being stopped'));
		return Promise.resolve();
	};
}

async function workOnDigests(service: Service): Promise<void> {
	const connections = [...service.crms.keys()];
	await service.queues.work(
		'digest',
		async ({ seqs }) => {
			await digest(service.store, connections, seqs);
			// Only now: a job that runs already may have looked before this was committed.
			for (const { connection, sync } of service.crms.values())
				await lookAt(service, connection, sync.linger.min * 1000);
		},
		{ batchSize: DIGESTS, burstWhenBatchFull: true },
	);
}

async function workOnOutboxes(service: Service, ending: AbortSignal): Promise<void> {
	const { store, queues, crms, clock } = service;
	const open = opener(clock, ending);
	await queues.work(
		'sync',
		async ({ connection }) => {
			const account = crms.get(connection);
			if (!account) return;
			let againInMs: number | undefined;
			const isDone = await underLease(store, `sync ${connection}`, async (lost) => {
				const opened = await open(account);
				againInMs = await syncCrm(service, opened, () => lost.aborted || ending.aborted);
				if (!ending.aborted) await checkWhenDue(store, opened);
			});
			const inMs = isDone ? againInMs : TAKEN_MS;
			if (inMs !== undefined) await lookAt(service, connection, inMs);
		},
		{ localConcurrency: Math.max(1, crms.size), notifyPollingIntervalSeconds: 1 },
	);
}

/** Has the outbox of a CRM looked at; whoever does that already looks again. */
async function lookAt({ queues }: Service, connection: string, inMs: number): Promise<void> {
	const startAfter = new Date(Date.now() + inMs).toISOString();
	await queues.add('sync', { connection }, { key: connection, startAfter });
}

/**
 * What is due without anything having happened. A job that waits, e.g. for the next day, is not waited for:
 * what it waits for may have passed.
 */
async function patrol({ store, queues, crms, config }: Service): Promise<void> {
	await hurrySync(queues, [...crms.keys()]);
	for (const connection of crms.keys())
		await expireDeadLetters(store, connection, config.retention.deadLetters);
}
