import type { Service } from './service';

/** Starts what the role of this process works on, and gives what ends it. */
export async function startWorkers({ config }: Service): Promise<() => Promise<void>> {
	if (config.role === 'ingest') return () => Promise.resolve();
	return () => Promise.resolve();
}
