import type { DatabaseConfig } from '../config/schema';
import type { Database } from './database';
import { migrate } from './migrate';
import { type Embedded, openPglite } from './pglite';
import { openPostgres } from './postgres';
import { type Waiting, whenThere } from './whenThere';

export type Store = Embedded | (Database & { kind: 'postgres'; url: string });

/** Opens the database that the configuration names, when it is there, with its tables up to date. */
export async function openStore(
	config: DatabaseConfig,
	onLost: (error: Error) => void,
	waiting: Waiting = {},
): Promise<Store> {
	const { onWaiting } = waiting;
	if (config.kind === 'pglite') return withTables(await openPglite(config.folder), onWaiting);
	const { url } = config;
	// Whoever builds an index on a large table, or waits for somebody who does, takes as long as it takes.
	const patient = openPostgres(url, onLost, 0);
	try {
		await whenThere(url, () => patient.query('select 1'), waiting);
		await migrate(patient, onWaiting);
	} finally {
		await patient.close();
	}
	return { ...openPostgres(url, onLost), url };
}

async function withTables(
	store: Embedded,
	onWaiting?: (message: string) => void,
): Promise<Embedded> {
	try {
		await migrate(store, onWaiting);
		return store;
	} catch (error) {
		await store.close();
		throw error;
	}
}
