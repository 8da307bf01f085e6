import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamNews } from '../clients/salesforceStream';
import type { CrmAccount } from '../config/crmAccounts';
import type { Follow } from '../config/crmSettings';
import { adviceOf } from '../operations/advice';
import type { Service } from '../service';
import { underLease } from '../store/lease';
import { wantPoll } from './pollState';
import { addNews } from './pollNews';
import { forgetStream, keepPlace, keptPlaces, noteStream } from './streamState';

/** How often a process looks whether the one that listens has ended. */
const LOOK_MS = 5000;

/**
 * Listens to what CRMs tell of changes, where that is turned on: one process for each, and another when that
 * ends. It gives what ends it. Where nothing is told, edits are found by polling as ever.
 */
export async function startStreams(service: Service): Promise<() => Promise<void>> {
	const ending = new AbortController();
	const listening: Promise<void>[] = [];
	for (const account of service.crms.values())
		if (account.follow && account.sync.changeDataCapture)
			listening.push(listen(service, account, account.follow, ending.signal));
		else await forgetStream(service.store, account.connection);
	return async () => {
		ending.abort();
		await Promise.all(listening);
	};
}

async function listen(
	service: Service,
	account: CrmAccount,
	follow: Follow,
	ending: AbortSignal,
): Promise<void> {
	const { store, reports } = service;
	const { connection } = account;
	while (!ending.aborted) {
		try {
			await underLease(store, `stream ${connection}`, async (lost) => {
				const from = await keptPlaces(store, connection);
				for await (const news of follow(from, AbortSignal.any([ending, lost])))
					await take(service, account, news);
			});
		} catch (error) {
			reports.failed('stream', error);
		}
		await sleep(LOOK_MS, undefined, { signal: ending }).catch(() => undefined);
	}
}

async function take(
	{ store, queues, clock, reports }: Service,
	{ connection }: CrmAccount,
	news: StreamNews,
): Promise<void> {
	const at = new Date(clock.now()).toISOString();
	switch (news.kind) {
		case 'up':
			return noteStream(store, connection, { state: 'up', at });
		case 'down': {
			const { message: reason, category } = news.error;
			reports.warned('A CRM does not tell of changes', { connection, category, reason });
			const polling = `Edits are found by looking for them meanwhile. ${adviceOf(news.error)}`;
			return noteStream(store, connection, { state: 'down', at, reason, advice: polling });
		}
		case 'missed':
			return store.transaction(async (sql) => {
				await wantPoll(sql, connection);
				await queues.hurry('poll', { connection }, { key: connection, within: sql });
			});
		case 'told':
			return store.transaction(async (sql) => {
				// The state of the CRM first, as everybody (crmLocks.ts): else each would wait for the other.
				await keepPlace(sql, connection, news);
				await addNews(sql, queues, connection, news);
			});
	}
	return news satisfies never;
}
