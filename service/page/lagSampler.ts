import type { Service } from '../service';
import { sampleLag } from './lag';

const MINUTE = 60_000;

/** Has the lag of each CRM written down once a minute, and gives what ends it. */
export async function startLagSampler({
	store,
	crms,
	clock,
	reports,
}: Service): Promise<(() => Promise<void>) | undefined> {
	const connections = [...crms.keys()];
	if (connections.length === 0) return;
	let sampling = Promise.resolve();
	const sample = () => {
		sampling = sampling
			.then(() => sampleLag(store, connections, new Date(clock.now()).toISOString()))
			.catch((error: unknown) => reports.failed('lag samples', error));
	};
	sample();
	const timer = setInterval(sample, MINUTE);
	return async () => {
		clearInterval(timer);
		await sampling;
	};
}
