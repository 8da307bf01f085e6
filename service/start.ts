import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../core/clock';
import { crmAccounts } from './config/crmAccounts';
import { providerAccounts } from './config/accounts';
import type { Config } from './config/schema';
import { listen } from './http/listen';
import { onNewEvents } from './ingest/onNewEvents';
import { TakeIn } from './ingest/takeIn';
import { countCalls } from './operations/countCalls';
import type { Reports } from './operations/reports';
import { openQueues } from './queue';
import type { Service } from './service';
import { openStore } from './store';
import { startWorkers } from './workers';

/** A running service. */
export interface Running {
	service: Service;
	/** Where it listens, without a slash at its end. */
	url: string;
	/** Takes nothing new, ends what is under way, and closes. */
	stop(): Promise<void>;
}

/** How long jobs that are under way may take to end; requests have their own time (http/listen). */
const STOP_SECONDS = 18;

/**
 * Starts the service: the store with its tables up to date, the queues, the workers of its role and the
 * HTTP server, in this order.
 *
 * @throws CommandError for a configuration a person can correct; any error of the database.
 */
export async function startService(
	config: Config,
	reports: Reports,
	clock: Clock = systemClock,
): Promise<Running> {
	const accounts = providerAccounts(config);
	const crms = countCalls(crmAccounts(config), reports);
	const ends: (() => Promise<void>)[] = [];
	const stop = async () => {
		for (const end of ends.toReversed())
			await end().catch((error: unknown) => reports.failed('Stopping', error));
	};
	try {
		const store = await openStore(config.database, (error) => reports.failed('database', error), {
			onWaiting: (message) => reports.warned(message),
		});
		ends.push(() => store.close());
		const queues = await openQueues(store, {
			error: (error) => reports.failed('queues', error),
			warning: (message) => reports.warned('queues', { message }),
		});
		ends.push(() => queues.stop(STOP_SECONDS));
		const takeIn = new TakeIn(
			store,
			queues,
			(sql, events) => onNewEvents({ crms, queues, reports }, sql, events),
			(commit) => reports.committed(commit),
		);
		const service: Service = { config, clock, store, queues, accounts, crms, takeIn, reports };
		ends.push(await startWorkers(service));
		ends.push(() => takeIn.idle());
		const server = await listen(service);
		ends.push(() => server.stop());
		return { service, url: server.url, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

const systemClock: Clock = { now: () => Date.now(), wait: (ms) => sleep(ms) };
