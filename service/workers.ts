import { startForwarding } from './ingest/forward';
import { startHousekeeping } from './operations/housekeeping';
import { startLagSampler } from './page/lagSampler';
import { workOnSends } from './sending/worker';
import type { Service } from './service';
import { startPolling } from './sync/pollWorker';
import { startStreams } from './sync/stream';
import { startSync } from './sync/worker';

/** Starts one kind of work, and gives what ends it where that is more than its queue. */
export type Worker = (service: Service) => Promise<(() => Promise<void>) | undefined>;

/** Everything that is done besides answering requests, in the order in which it is started. */
const workers: readonly Worker[] = [
	startSync,
	startPolling,
	startStreams,
	startForwarding,
	workOnSends,
	startLagSampler,
	startHousekeeping,
];

/** Starts what the role of this process works on, and gives what ends it. */
export async function startWorkers(service: Service): Promise<() => Promise<void>> {
	const ends: (() => Promise<void>)[] = [];
	for (const start of service.config.role === 'ingest' ? [] : workers) {
		const end = await start(service);
		if (end) ends.unshift(end);
	}
	return async () => {
		for (const end of ends) await end();
	};
}
